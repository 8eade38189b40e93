// Telling a whole file from a broken one.

import Common
import Foundation

/// A fingerprint of a file, in hexadecimal digits.
public enum Checksum: Sendable, Equatable {
    /// MD5 of the first 1,048,576 bytes.
    case md5OfFirstMiB(String)
    /// MD5 of the whole file.
    case md5(String)
    /// MD5 of what a gzipped file contains.
    case md5Unpacked(String)
    /// SHA-256 of the whole file.
    case sha256(String)
    /// The first digits of a file's SHA-256, as in the names of torchvision's files.
    case sha256Beginning(String)

    /// The fingerprint itself.
    public var digits: String {
        switch self {
        case .md5OfFirstMiB(let digits), .md5(let digits), .md5Unpacked(let digits), .sha256(let digits),
            .sha256Beginning(let digits):
            digits
        }
    }

    /// What is measured, in words.
    public var title: String {
        switch self {
        case .md5OfFirstMiB: "MD5 of the first MiB"
        case .md5: "MD5"
        case .md5Unpacked: "MD5 of the contents"
        case .sha256: "SHA-256"
        case .sha256Beginning: "beginning of the SHA-256"
        }
    }

    /// The same fingerprint of a file, taken by the system's own programs (on macOS under other names).
    /// - Throws: `DatasetError` when the file cannot be read or no such program is there.
    public func digits(of file: URL) throws -> String {
        let result = try Tool("sh").run(["-c", command, "sh", file.path])
        let word = result.output.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        guard result.status == 0, word.count >= digits.count, word.allSatisfy(\.isHexDigit),
            word.count == digits.count || isBeginning
        else {
            throw DatasetError(
                file.path, "its \(title) cannot be computed: \(result.complaints)",
                try: "is the file readable, and is md5sum or sha256sum installed?")
        }
        return String(word.prefix(digits.count))
    }

    private var isBeginning: Bool { if case .sha256Beginning = self { true } else { false } }

    private var command: String {
        let md5 = "{ md5sum 2>/dev/null || md5 -q; }"
        return switch self {
        case .md5OfFirstMiB: "head -c 1048576 < \"$1\" | " + md5
        case .md5: md5 + " < \"$1\""
        case .md5Unpacked: "gzip -dc < \"$1\" | " + md5
        case .sha256, .sha256Beginning: "{ sha256sum 2>/dev/null || shasum -a 256; } < \"$1\""
        }
    }
}

extension RemoteFile {
    /// Checks a copy of this file: its size and its fingerprint, or else the fingerprint of its contents.
    /// - Throws: `DatasetError` that says what was expected and what was found.
    public func check(_ file: URL) throws {
        if let contents, try contents.digits(of: file) == contents.digits { return }
        let size = try fileSize(file)
        guard size == bytes || !isSizeExact else {
            throw DatasetError(file.path, "expected \(bytes) bytes, found \(size)")
        }
        let found = try checksum.digits(of: file)
        guard found == checksum.digits else {
            throw DatasetError(file.path, "expected \(checksum.title) \(checksum.digits), found \(found)")
        }
    }
}

/// The size of a file in bytes.
func fileSize(_ file: URL) throws -> Int {
    var status = stat()
    guard stat(file.path, &status) == 0 else { throw DatasetError(file.path, reason(errno)) }
    return Int(status.st_size)
}

/// Makes a folder, and those above it.
func makeFolder(_ url: URL) throws { try makeFolder(url, failing: { DatasetError($0.path, $0.problem) }) }
