// Writing a file so that nobody ever sees half of it, and nothing is lost.

import Foundation

/// Writes a file whole or not at all: the bytes go into a new file, which then takes the place of the old one.
///
/// A link stays a link; its target is written. What is not a file, such as `/dev/null` or a pipe, is written to as it is.
public func writeWhole(_ data: Data, to file: URL) throws {
    var status = stat()
    let exists = stat(file.path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        return try handle.write(contentsOf: data)
    }
    try data.write(to: file.resolvingSymlinksInPath(), options: .atomic)
}
