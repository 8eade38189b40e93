// What is not finished yet: a file that is being written, a folder that is being unpacked. It has a name that nobody
// takes for a result, and that says which program is at work. So what a killed program has left behind is known for
// what it is, and whoever works in the folder next removes it.

import Foundation

/// A place in `folder` for something unfinished, under a name that nobody else uses. What killed programs have left in
/// such places is removed.
public func unfinishedPlace(in folder: URL) -> URL {
    removeAbandoned(in: folder)
    return folder.appending(path: "\(mark)\(getpid())-\(UInt32.random(in: 0 ... .max))")
}

private let mark = ".unfinished-"

/// Removes an unfinished folder of ours that is of no use any more, and what killed programs have left beside it. A
/// program that one of them had started may have gone on for a while, so that not all of it went before.
public func removeUnfinished(_ place: URL) {
    removeAll(place)
    removeAbandoned(in: place.deletingLastPathComponent())
}

private func removeAbandoned(in folder: URL) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] where name.hasPrefix(mark) {
        let process = name.dropFirst(mark.count).split(separator: "-").first.flatMap { pid_t($0) }
        // A process that is there may be at work, even where it is another reader's.
        guard let process, process > 0, kill(process, 0) != 0, errno == ESRCH else { continue }
        removeAll(folder.appending(path: name))
    }
}

/// Removes a file, or a folder with everything in it, even what nobody may read.
public func removeAll(_ place: URL) {
    openUp(place.path)
    try? FileManager.default.removeItem(at: place)
}

/// Lets the owner read, write and enter everything below a folder: archives may hold folders that nobody can read, and
/// those could be neither moved nor removed.
public func openUp(_ folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        let path = folder + "/" + name
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        let wanted = status.st_mode | S_IRUSR | S_IWUSR | (isFolder ? S_IXUSR : 0)
        if status.st_mode & S_IFMT != S_IFLNK, wanted != status.st_mode { chmod(path, wanted & 0o7777) }
        if isFolder { openUp(path) }
    }
}
