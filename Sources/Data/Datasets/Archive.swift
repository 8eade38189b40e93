// Looking into an archive before anything of it reaches the disk.
//
// An archive is a list of instructions: write these bytes under this name. A broken or malicious one can
// name `/etc/passwd`, climb out with `../`, plant a link that leads elsewhere and then write through it,
// or unpack a few kilobytes to as many gigabytes. So the list is read first, and everything
// but plain files and folders below the target, of a bounded total size, is refused. (A zip file's
// list may lie about sizes: Unpacking.swift counts what really comes out.)

import Common
import Foundation

/// A packed data set: `.tgz`, `.tar.gz` or `.zip`.
struct Archive {
    let url: URL

    /// The endings by which archives are known, in the order of looking; capitals will do as well.
    static let endings = [".tgz", ".tar.gz", ".zip"]

    /// Whether a file is an archive, by its ending.
    static func isArchive(_ file: URL) -> Bool { endings.contains(where: file.path.lowercased().hasSuffix) }

    var isZip: Bool { url.path.lowercased().hasSuffix(".zip") }

    /// Whether the program did its work. unzip's 1 is a warning: bytes before the archive, backslashes in names.
    func isFine(_ program: Child) -> Bool {
        program.succeeded || isZip && program.signal == nil && program.status == 1
    }

    /// Something an archive holds.
    struct Member: Equatable {
        /// As in `ls -l`: "-" a file, "d" a folder, "l" and "h" links, others devices.
        var type: Character
        var bytes: Int
        var path: String
        /// Whether a password is needed.
        var isLocked = false
    }

    /// How large an archive may become: plenty for text and images, too little for a bomb.
    static func sizeBound(ofArchiveOf bytes: Int) -> Int { max(256 << 20, 40 * bytes) }

    /// All members, without unpacking any.
    /// - Throws: `DatasetError` when the archive cannot be read.
    func members() throws -> [Member] {
        let result =
            isZip
            ? try Tool("unzip").run(["-Z", "-s", url.path, "*"])
            : try Tool("tar").run(["--numeric-owner", "-tvf", url.path])
        guard isFine(result) else {
            let words = result.complaints.isEmpty ? result.output : result.complaints
            throw DatasetError(
                url.path, "the archive cannot be read: \(words)", try: "fetch it again: it may be damaged")
        }
        // By scalars: a name may begin with a mark that would form one Character with the line end before it.
        let lines = result.output.unicodeScalars.split(separator: "\n").map { Substring($0) }
        return try lines.map { line in
            // What cannot be understood cannot be judged.
            guard let member = isZip ? Self.zipMember(line) : Self.tarMember(line) else {
                throw DatasetError(url.path, "the archive's list has a line that is not understood: \(line)")
            }
            return member
        }
    }

    /// Refuses what must not be unpacked.
    /// - Throws: `DatasetError` that names the member at fault.
    func check(_ members: [Member], bound: Int) throws {
        for member in members {
            if let fault = fault(member) {
                throw DatasetError(url.path, "refused, nothing was unpacked: “\(member.path)” \(fault)")
            }
        }
        let total = members.reduce(0) { $0.addingReportingOverflow($1.bytes).overflow ? .max : $0 + $1.bytes }
        guard total <= bound else {
            throw DatasetError(
                url.path,
                "refused, nothing was unpacked: it would grow to \(readable(bytes: total)), "
                    + "and at most \(readable(bytes: bound)) are allowed for an archive of this size")
        }
    }

    /// What is wrong with a member, as the end of a sentence.
    private func fault(_ member: Member) -> String? {
        if member.isLocked { return "is locked with a password" }
        switch member.type {
        case "-", "d", "?": break  // "?": a zip file that does not record the type
        case "l", "h": return "is a link, and may lead out of the folder"
        default: return "is neither a file nor a folder"
        }
        // A path is bytes: "/" and a combining mark are one Character. A backslash separates folders in some zip files.
        let separators = isZip ? "/\\" : "/"
        let parts = member.path.utf8.split(omittingEmptySubsequences: false) { separators.utf8.contains($0) }
        if parts.first?.isEmpty ?? true { return "is an absolute path" }
        if parts.contains(where: { $0.elementsEqual("..".utf8) }) { return "leads out of the folder" }
        return nil
    }

    /// A line of `tar -tv`: by GNU tar "-rw-r--r-- 0/0 330 1970-01-01 00:00 name", and by BSD tar
    /// "-rw-r--r-- 0 0 0 330 Jan 1 1970 name". nil for any other. A device has two numbers in the place of its size,
    /// "1,3".
    static func tarMember(_ line: Substring) -> Member? {
        let gnu = /(?<type>\S)\S+ +\S+\/\S+ +(?<bytes>\d+)(?:,\d+)? \d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? (?<path>.+)/
        let bsd =
            /(?<type>\S)\S+ +\d+ +\S+ +\S+ +(?<bytes>\d+)(?:, *\d+)? [A-Z][a-z]{2} +\d+ +(?:\d\d:\d\d|\d{4}) (?<path>.+)/
        if let match = line.wholeMatch(of: gnu)?.output { return member(match.type, match.bytes, written(match.path)) }
        return line.wholeMatch(of: bsd).flatMap { member($0.output.type, $0.output.bytes, written($0.output.path)) }
    }

    /// A name without tar's escapes: é is \303\251 in its list, and a backslash is two.
    private static func written(_ name: Substring) -> Substring {
        var (bytes, rest) = ([UInt8](), name.utf8)
        while let byte = rest.popFirst() {
            let digits = rest.prefix(3)
            if byte == UInt8(ascii: "\\"), let code = UInt8(String(digits) ?? "", radix: 8), digits.count == 3 {
                bytes.append(code)
                rest.removeFirst(3)
            } else {
                bytes.append(byte)
                if byte == UInt8(ascii: "\\"), rest.first == byte { rest.removeFirst() }
            }
        }
        return String(decoding: bytes, as: UTF8.self)[...]
    }

    /// A line of `unzip -Z -s … '*'`: "-rw-r--r--  3.0 unx     1234 tx defN 23-Jan-01 10:00 name". nil for any other.
    /// A capital in "Tx" or "Bx" means that the member is encrypted.
    static func zipMember(_ line: Substring) -> Member? {
        let form = /(?<type>\S)\S+ +[\d.]+ +\S+ +(?<bytes>\d+) +(?<kind>\S)\S* +\S+ +\S+ +\d\d:\d\d (?<path>.+)/
        return line.wholeMatch(of: form).flatMap { match in
            var found = member(match.output.type, match.output.bytes, match.output.path)
            found?.isLocked = match.output.kind.contains(where: \.isUppercase)
            return found
        }
    }

    private static func member(_ type: Substring, _ bytes: Substring, _ path: Substring) -> Member? {
        guard let type = type.first, let bytes = Int(bytes) else { return nil }
        return Member(type: type, bytes: bytes, path: String(path))
    }
}
