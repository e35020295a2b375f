import Terminal

Program.main()
