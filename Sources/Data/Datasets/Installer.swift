// From a name to a folder full of data.

import Common
import Foundation

/// Fetches data sets into a folder, by default the cache.
public struct Installer: Sendable {
    /// The folder that will hold the data set's folder.
    public let folder: URL

    public init(into folder: URL) { self.folder = folder }

    /// Fetches, checks and unpacks a data set; what is there already is left as it is.
    ///
    /// Files arrive in `.downloads/NAME/`, where an interrupted transfer leaves its `.part` file. The data
    /// set's own folder appears when everything is fetched, checked and unpacked, and not before.
    /// - Returns: the data set's folder.
    /// - Throws: `DatasetError` when the data set cannot be fetched, or is not what it should be.
    public func install(
        _ info: DatasetInfo, progress: (RemoteFile, TransferProgress) -> Void = { _, _ in }
    ) throws -> URL {
        let target = folder.appendingPathComponent(info.name)
        if isFolder(target) { return target }
        if let byHand = info.byHand {
            throw DatasetError(info.name, "cannot be fetched by a program", try: byHand)
        }
        let staging = folder.appendingPathComponent(".downloads/\(info.name)")
        try makeFolder(staging)
        defer {
            // Both fail, as they should, while an interrupted transfer waits there.
            rmdir(staging.path)
            rmdir(staging.deletingLastPathComponent().path)
        }
        let busy = DatasetError(info.name, "another process is fetching this data set", try: "wait for it to end")
        return try withLock(on: staging, busy: busy) {
            // The other process may have ended just now.
            if isFolder(target) { return target }
            try fetch(info, through: staging, to: target, progress)
            return target
        }
    }

    private func fetch(
        _ info: DatasetInfo, through staging: URL, to target: URL, _ progress: (RemoteFile, TransferProgress) -> Void
    ) throws {
        let files = try info.files.map { file in
            try Download(file: file, folder: staging).run { progress(file, $0) }
        }
        if files.count == 1, Archive.isArchive(files[0]) {
            try unpack(files[0], to: target)
            try? FileManager.default.removeItem(at: files[0])
        } else {
            try moveIntoPlace(staging, target)
        }
    }

    /// An unsafe archive is removed. One for which the disk only lacks room is kept, for another try.
    private func unpack(_ file: URL, to target: URL) throws {
        let archive = Archive(url: file)
        do {
            try archive.checkMembers()
        } catch {
            try? FileManager.default.removeItem(at: file)
            throw error
        }
        try archive.unpackChecked(to: target)
    }
}

extension DatasetInfo {
    /// Compares what is on this machine with what is published.
    /// - Parameter url: the data set's folder, or its archive.
    /// - Returns: what was checked, in words, one line for each file.
    /// - Throws: `DatasetError` that names the first file that differs.
    public func check(_ url: URL) throws -> [String] {
        guard isFolder(url) else {
            let file = files.first { url.path.lowercased().hasSuffix($0.name.lowercased()) }
            guard let file else { return ["\(url.lastPathComponent): no checksum is known for it"] }
            try file.check(url)
            return ["\(url.lastPathComponent): size and checksum are right"]
        }
        let names = try Listing(of: url).names
        guard files.contains(where: { names.contains($0.name) }) else {
            return ["\(url.lastPathComponent)/: unpacked; checksums are known only for the archive"]
        }
        return try files.map { file in
            try file.check(url.appendingPathComponent(file.name))
            return "\(file.name): size and checksum are right"
        }
    }
}
