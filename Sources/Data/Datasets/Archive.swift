// Looking into an archive before anything of it reaches the disk.
//
// An archive is a list of instructions: write these bytes under this name. A broken or malicious one can
// name `/etc/passwd`, climb out with `../`, plant a link that leads elsewhere and then write through it,
// or unpack a few kilobytes to as many gigabytes. So the list is read first, and everything
// but plain files and folders below the target, of a bounded total size, is refused.

import Common
import Foundation

/// A packed data set: `.tgz`, `.tar.gz` or `.zip`.
struct Archive {
    let url: URL

    /// The endings by which archives are known, in the order of looking.
    static let endings = [".tgz", ".tar.gz", ".zip"]

    var isZip: Bool { url.path.hasSuffix(".zip") }

    /// Something an archive holds.
    struct Member: Equatable {
        /// As in `ls -l`: "-" a file, "d" a folder, "l" and "h" links, others devices.
        var type: Character
        var bytes: Int
        var path: String
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
        guard result.status == 0 else {
            let words = result.complaints.isEmpty ? result.output : result.complaints
            throw DatasetError(
                url.path, "the archive cannot be read: \(words)", try: "fetch it again: it may be damaged")
        }
        return try result.output.split(separator: "\n").map { line in
            // What cannot be understood cannot be judged.
            guard let member = isZip ? Self.zipMember(line) : Self.tarMember(line) else {
                throw DatasetError(url.path, "the archive's list has a line which is not understood: \(line)")
            }
            return member
        }
    }

    /// Refuses what must not be unpacked.
    /// - Throws: `DatasetError` which names the member at fault.
    func check(_ members: [Member], bound: Int) throws {
        for member in members {
            if let fault = Self.fault(member) {
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
    private static func fault(_ member: Member) -> String? {
        switch member.type {
        case "-", "d", "?": break  // "?": a zip file that does not record the type
        case "l", "h": return "is a link, and may lead out of the folder"
        default: return "is neither a file nor a folder"
        }
        // A backslash separates folders in some zip files.
        let parts = member.path.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        if parts.first == "" { return "is an absolute path" }
        if parts.contains("..") { return "leads out of the folder" }
        return nil
    }

    /// A line of `tar -tv`: by GNU tar "-rw-r--r-- 0/0 330 1970-01-01 00:00 name", and by BSD tar
    /// "-rw-r--r-- 0 0 0 330 Jan 1 1970 name".
    static func tarMember(_ line: Substring) -> Member? {
        let isGNU = line.split(separator: " ", maxSplits: 2).dropFirst().first?.contains("/") ?? false
        return member(line, sizeAt: isGNU ? 2 : 4, pathAt: isGNU ? 5 : 8)
    }

    /// A line of `unzip -Z -s … '*'`: "-rw-r--r--  3.0 unx     1234 tx defN 23-Jan-01 10:00 name".
    static func zipMember(_ line: Substring) -> Member? { member(line, sizeAt: 3, pathAt: 8) }

    private static func member(_ line: Substring, sizeAt: Int, pathAt: Int) -> Member? {
        let fields = line.split(separator: " ", maxSplits: pathAt)
        guard fields.count == pathAt + 1, let type = line.first else { return nil }
        return Member(type: type, bytes: Int(fields[sizeAt]) ?? 0, path: String(fields[pathAt]))
    }
}
