// Unpacking an archive so that either all of it appears, or nothing.
//
// It goes into a temporary folder beside the final one, which gets the final name when it is complete.
// Whatever ends the program halfway, a folder with the right name is always complete.

import Common
import Foundation

extension Archive {
    /// Unpacks into a folder that does not exist yet. When the archive holds a single folder, that folder
    /// becomes the target: `mnist_sample.tgz` with `mnist_sample/train/…` gives `target/train/…`.
    /// - Parameter bound: the largest total size to accept, in bytes; nil is a generous multiple
    ///   of the archive's own.
    /// - Throws: `DatasetError` when the archive is damaged or unsafe, or there is no room for it.
    func unpack(to target: URL, bound: Int? = nil) throws {
        try checkMembers(bound: bound)
        try unpackChecked(to: target)
    }

    /// Refuses an archive that is damaged or unsafe, before anything is unpacked.
    func checkMembers(bound: Int? = nil) throws {
        let bound = try bound ?? Self.sizeBound(ofArchiveOf: fileSize(url))
        try check(members(), bound: bound)
        if isZip { try checkTrueSize(bound: bound) }
    }

    /// Without a password unzip would ask the terminal for one, and wait for ever.
    private static let noPassword = ["-P", "none"]

    /// A zip file's list may lie about sizes. So everything is decompressed once, and counted instead of written.
    /// (tar takes from the archive what its list says, and no more.)
    private func checkTrueSize(bound: Int) throws {
        var total = 0
        let unzip = try Tool("unzip").stream(["-p"] + Self.noPassword + [url.path]) { part in
            total += part.count
            guard total <= bound else {
                throw DatasetError(
                    url.path,
                    "refused, nothing was unpacked: it grows to more than the \(readable(bytes: bound)) that are allowed "
                        + "for an archive of this size, whatever its list says")
            }
        }
        guard isFine(unzip) else {
            throw DatasetError(url.path, "the archive is damaged: \(unzip.complaints)", try: "fetch it again")
        }
    }

    /// Unpacks an archive whose members have been checked.
    func unpackChecked(to target: URL) throws {
        let parent = target.deletingLastPathComponent()
        try withMadeFolder(parent) {
            let temporary = unfinishedPlace(in: parent)
            try makeFolder(temporary, failing: { DatasetError(parent.path, $0.problem) })
            defer { removeUnfinished(temporary) }
            try extract(to: temporary)
            openUp(temporary.path)
            try moveIntoPlace(try Self.contents(of: temporary), target)
        }
    }

    private func extract(to folder: URL) throws {
        let result =
            isZip
            ? try Tool("unzip").run(["-q", "-o"] + Self.noPassword + [url.path, "-d", folder.path])
            : try Tool("tar").run(["--no-same-owner", "--no-same-permissions", "-xf", url.path, "-C", folder.path])
        guard isFine(result) else {
            if Self.signsOfAFullDisk.contains(where: result.errors.contains) {
                throw DatasetError(
                    folder.deletingLastPathComponent().path,
                    "the disk has no room for all that \(url.lastPathComponent) holds, nothing of it was kept",
                    try: "make room there, or use a folder on another disk")
            }
            throw DatasetError(
                url.path, "cannot be unpacked: \(result.complaints)",
                try: "is there room on the disk? Otherwise fetch the archive again")
        }
    }

    /// What tar and unzip say then: the first two are the system's words.
    private static let signsOfAFullDisk = ["No space left on device", "Disk quota exceeded", "disk full?"]

    /// The only folder within, or the folder itself. What macOS adds to its archives is removed.
    private static func contents(of folder: URL) throws -> URL {
        for name in ["__MACOSX", ".DS_Store"] {
            try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
        let entries = try readDirectory(folder.path).filter { !$0.isHidden }
        guard entries.count == 1, entries[0].isFolder else { return folder }
        return folder.appendingPathComponent(entries[0].name)
    }
}

/// Gives a complete file or folder its final name. Another process that was faster has done the same
/// work: then its folder stays.
func moveIntoPlace(_ source: URL, _ target: URL) throws {
    guard rename(source.path, target.path) != 0 else { return }
    let code = errno
    guard code == ENOTEMPTY || code == EEXIST else {
        throw DatasetError(target.path, "cannot be put in place: \(reason(code))")
    }
}
