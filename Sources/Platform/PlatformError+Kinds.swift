import Glibc

extension PlatformError {
  /// Whether the system denies access.
  package var isDenied: Bool { code == EACCES || code == EPERM || code == EROFS }

  /// Whether no space, or no more of it for this account, is left.
  package var isFull: Bool { code == ENOSPC || code == EDQUOT }
}

extension PlatformError {
  /// The value of `errno` where nothing has a path.
  package static var missing: Int32 { ENOENT }
}
