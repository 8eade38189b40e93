// Where data is looked for.
//
// First in the folder that was named with --data, then in the one that $GROUNDUP_DATA names, then in the
// cache that `data get` fills. A data folder holds data sets by name, as a folder or as an archive:
//
//     data/mnist_sample/        or   data/mnist_sample.tgz
//     data/mnist/               or   data/mnist.zip        (endings in capitals will do)
//
// Nothing is ever written to a data folder, which may belong to someone else: an archive found there is
// unpacked into the cache. A chapter whose data are not found uses a generated stand-in, and says so (`DataSource`).

import Common
import Foundation

/// Looks for data sets by name.
public struct DataLocator: Sendable {
    /// A folder that may hold data sets.
    struct Place: Sendable {
        var title: String
        var url: URL
    }

    /// The folder for what was fetched or unpacked: `$XDG_CACHE_HOME/groundup`, or `~/.cache/groundup`.
    public let cache: URL
    let places: [Place]
    private let dataFolder: URL?

    /// - Parameter dataFolder: the folder given with `--data`, if any.
    public init(
        dataFolder: URL? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        let cache = Self.cache(environment)
        let named = environment["GROUNDUP_DATA"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
        self.cache = cache
        self.dataFolder = dataFolder
        places = [
            dataFolder.map { Place(title: "--data \($0.relativePath)", url: $0) },
            named.map { Place(title: "$GROUNDUP_DATA", url: $0) },
            Place(title: "the cache", url: cache),
        ].compactMap { $0 }
    }

    /// Finds nothing.
    public static let nowhere = DataLocator(places: [])

    private init(places: [Place]) {
        (cache, dataFolder, self.places) = (Self.cache([:]), nil, places)
    }

    /// Looks for the data set of one of the given names, place by place; an archive is unpacked.
    /// - Returns: the folder, or nil when no place has it; and notices for the reader.
    /// - Throws: `DatasetError` when the folder given with `--data` does not exist, or what was found cannot be
    ///   read or unpacked.
    public func find(_ names: String...) throws -> DataSearch { try find(names) }

    /// The same with the names in an array, which must not be empty.
    public func find(_ names: [String]) throws -> DataSearch {
        if let dataFolder, !isFolder(dataFolder) {
            throw DatasetError(
                dataFolder.path, "expected a folder with data sets, found none (given with --data)",
                try: "a folder that holds \(names[0])/ or \(names[0]).tgz")
        }
        var notices: [String] = []
        for place in places {
            if let entry = entry(names, in: place.url) {
                let folder = try entry.isArchive ? unpacked(entry.url, as: entry.name) : entry.url
                // What is in a folder without permission looks as if it were not there.
                _ = try readDirectory(folder.path)
                return DataSearch(
                    found: FoundData(name: entry.name, folder: folder, place: place.title, original: entry.url),
                    notices: notices)
            }
            if place.url != cache { notices.append(notice(names, missingIn: place)) }
        }
        return DataSearch(found: nil, notices: notices)
    }

    /// Where a data set is, folder or archive, without unpacking it; nil when it is nowhere.
    public func locate(_ name: String) -> (url: URL, place: String)? {
        for place in places {
            if let entry = entry([name], in: place.url) { return (entry.url, place.title) }
        }
        return nil
    }

    /// The first of the names that a folder holds.
    private func entry(_ names: [String], in folder: URL) -> (name: String, url: URL, isArchive: Bool)? {
        for name in names {
            let url = folder.appendingPathComponent(name)
            if isFolder(url) { return (name, url, false) }
            for ending in Archive.endings {
                if let archive = file(name, ending: ending, in: folder) { return (name, archive, true) }
            }
        }
        return nil
    }

    /// The cache's copy of an archive. Its name holds the archive's size and time, so that
    /// a changed archive is unpacked again.
    private func unpacked(_ archive: URL, as name: String) throws -> URL {
        var status = stat()
        guard stat(archive.path, &status) == 0 else { throw DatasetError(archive.path, reason(errno)) }
        // A program that reads a pipe would wait for ever.
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw DatasetError(archive.path, "expected an archive, found \(kind(of: status.st_mode))")
        }
        let key = "\(name)-\(status.st_size)-\(status.modified)"
        let folder = cache.appendingPathComponent("unpacked/" + key, isDirectory: true)
        if isFolder(folder) { return folder }
        do { try Archive(url: archive).unpack(to: folder) } catch let error as DatasetError {
            // What is wrong with the archive names the archive. The rest is wrong with the cache.
            guard error.subject != archive.path else { throw error }
            throw DatasetError(
                error.subject, error.problem,
                try: "another cache: XDG_CACHE_HOME=DIR, a folder of yours on a disk with room; "
                    + "or unpack \(archive.path) yourself, into a folder \(name) beside it")
        }
        return folder
    }

    private func notice(_ names: [String], missingIn place: Place) -> String {
        let wanted = names.joined(separator: " or ")
        guard isFolder(place.url) else { return "\(place.title): there is no folder \(place.url.path)" }
        if let blocked = blocked(names, in: place.url) { return "\(place.title): \(blocked)" }
        let hint = names.contains(place.url.lastPathComponent) ? "; did you mean the folder above?" : ""
        return "\(place.title) holds no \(wanted), either as a folder or as an archive\(hint)"
    }

    /// What is where one of the names should be, and is neither a folder nor an archive; or why nobody can say.
    private func blocked(_ names: [String], in folder: URL) -> String? {
        if access(folder.path, X_OK) != 0 { return "nothing in it can be read: \(reason())" }
        for name in names {
            var status = stat()
            let path = folder.appendingPathComponent(name).path
            guard lstat(path, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFLNK { return "\(name) is a link that leads to no folder" }
            return "\(name) is a file, and a folder belongs there; an archive needs its ending, such as \(name).tgz"
        }
        return nil
    }

    private static func cache(_ environment: [String: String]) -> URL {
        if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
            return URL(fileURLWithPath: base).appendingPathComponent("groundup")
        }
        let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
        return (home ?? FileManager.default.homeDirectoryForCurrentUser).appendingPathComponent(".cache/groundup")
    }
}

/// The result of a search.
public struct DataSearch: Sendable {
    /// The data set, or nil when no place has it.
    public let found: FoundData?
    /// What the reader should know, such as a named folder that lacks the data set.
    public let notices: [String]
}

/// A data set on this machine.
public struct FoundData: Sendable {
    /// Which of the names was found.
    public let name: String
    /// The folder to read from.
    public let folder: URL
    /// Where it was found, in words: "--data ../data", "$GROUNDUP_DATA" or "the cache".
    public let place: String
    /// The folder itself, or the archive it was unpacked from.
    public let original: URL
}

extension stat {
    /// Time of the last change, in nanoseconds since 1970.
    fileprivate var modified: Int {
        #if canImport(Darwin)
            st_mtimespec.tv_sec * 1_000_000_000 + st_mtimespec.tv_nsec
        #else
            st_mtim.tv_sec * 1_000_000_000 + st_mtim.tv_nsec
        #endif
    }
}
