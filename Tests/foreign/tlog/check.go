// Checks roots and proofs of a tree with golang.org/x/mod/sumdb/tlog, which shares nothing with
// the programs here: tree_go.py builds it (Debian: golang-go, golang-golang-x-mod-dev).
//
// Standard input is JSON, an object a line; its keys are those of `cadre export` and `cadre prove`.
// An object with `bytes` is the next leaf, one with `size` and `root` alone the root of so many
// leaves, the others are proofs. Roots and proofs must be those that this library makes itself, and
// hold; a proof with one bit changed must not. Ends with 1 at the first that is otherwise.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/mod/sumdb/tlog"
)

type line struct {
	Bytes    *string
	Proof    string
	Index    int64
	Size     int64
	Leaf     string
	Root     string
	From, To int64
	FromRoot string
	ToRoot   string
	Path     []string
}

// The nodes of the tree, as this library stores them.
var stored []tlog.Hash

var reader = tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for place, index := range indexes {
		if index >= int64(len(stored)) {
			return nil, fmt.Errorf("no node %d", index)
		}
		hashes[place] = stored[index]
	}
	return hashes, nil
})

var leaves, roots, inclusions, consistencies int64

func add(text string) error {
	bytes, err := base64.StdEncoding.Strict().DecodeString(text)
	if err != nil {
		return err
	}
	hashes, err := tlog.StoredHashes(leaves, bytes, reader)
	stored = append(stored, hashes...)
	leaves++
	return err
}

// Holds a root against that of the first `size` leaves.
func checkRoot(size int64, text string) (tlog.Hash, error) {
	given, err := tlog.ParseHash(text)
	if err != nil {
		return given, err
	}
	if size > leaves {
		return given, fmt.Errorf("root of %d leaves, of which %d are known", size, leaves)
	}
	root, err := tlog.TreeHash(size, reader)
	if err == nil && root != given {
		err = fmt.Errorf("root of %d leaves: %v, not %v", size, root, given)
	}
	return root, err
}

func hashes(texts []string) ([]tlog.Hash, error) {
	var all []tlog.Hash
	for _, text := range texts {
		hash, err := tlog.ParseHash(text)
		if err != nil {
			return nil, err
		}
		all = append(all, hash)
	}
	return all, nil
}

// Holds a path against the library's own, and a check against the path and a spoilt one.
func checkPath(path, own []tlog.Hash, holds func([]tlog.Hash) error) error {
	if len(path) != len(own) {
		return fmt.Errorf("a path of %d hashes, not %d", len(own), len(path))
	}
	for place := range own {
		if path[place] != own[place] {
			return fmt.Errorf("hash %d of the path: %v, not %v", place, own[place], path[place])
		}
	}
	if err := holds(path); err != nil {
		return err
	}
	if len(path) == 0 {
		return nil
	}
	spoilt := append([]tlog.Hash{}, path...)
	spoilt[len(path)/2][7] ^= 1
	if holds(spoilt) == nil {
		return errors.New("a spoilt path is believed")
	}
	return nil
}

func checkInclusion(found line) error {
	root, err := checkRoot(found.Size, found.Root)
	if err != nil {
		return err
	}
	leaf, err := tlog.ParseHash(found.Leaf)
	if err != nil {
		return err
	}
	if own := stored[tlog.StoredHashIndex(0, found.Index)]; own != leaf {
		return fmt.Errorf("leaf %v, not %v", own, leaf)
	}
	path, err := hashes(found.Path)
	if err != nil {
		return err
	}
	own, err := tlog.ProveRecord(found.Size, found.Index, reader)
	if err != nil {
		return err
	}
	return checkPath(path, own, func(path []tlog.Hash) error {
		return tlog.CheckRecord(path, found.Size, root, found.Index, leaf)
	})
}

func checkConsistency(found line) error {
	from, err := checkRoot(found.From, found.FromRoot)
	if err != nil {
		return err
	}
	to, err := checkRoot(found.To, found.ToRoot)
	if err != nil {
		return err
	}
	path, err := hashes(found.Path)
	if err != nil {
		return err
	}
	own, err := tlog.ProveTree(found.To, found.From, reader)
	if err != nil {
		return err
	}
	return checkPath(path, own, func(path []tlog.Hash) error {
		return tlog.CheckTree(path, found.To, to, found.From, from)
	})
}

func check(found line) error {
	switch {
	case found.Bytes != nil:
		return add(*found.Bytes)
	case found.Proof == "inclusion":
		inclusions++
		return checkInclusion(found)
	case found.Proof == "consistency":
		consistencies++
		return checkConsistency(found)
	case found.Proof == "" && found.Root != "":
		roots++
		_, err := checkRoot(found.Size, found.Root)
		return err
	}
	return errors.New("neither leaf, nor root, nor proof")
}

func main() {
	input := json.NewDecoder(bufio.NewReader(os.Stdin))
	for number := 1; ; number++ {
		var found line
		err := input.Decode(&found)
		if err == io.EOF {
			break
		}
		if err == nil {
			err = check(found)
		}
		if err != nil {
			fmt.Printf("line %d: %v\n", number, err)
			os.Exit(1)
		}
	}
	if leaves == 0 || roots == 0 || inclusions == 0 || consistencies == 0 {
		fmt.Println("there was nothing to check")
		os.Exit(1)
	}
	fmt.Printf("          Go agrees on %d roots, %d inclusion and %d consistency proofs of %d leaves\n",
		roots, inclusions, consistencies, leaves)
}
