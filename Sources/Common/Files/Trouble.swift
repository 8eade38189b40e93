// Saying why something cannot be written: what is in the way, and what to do about it.

import Foundation

/// Why something cannot be written.
public struct Trouble: CustomStringConvertible, Sendable {
    /// What is in the way, or cannot be written.
    public let path: String
    public let problem: String
    public var description: String { "\(path) \(problem)" }
}

/// Why the system refused to write a file, or to make a folder.
/// - Parameter code: the system's number for the error (`errno`).
public func trouble(_ code: Int32, writing file: URL, wantsFolder: Bool = false) -> Trouble {
    if !wantsFolder, isFolder(file) {
        return Trouble(path: file.path, problem: "is a folder, and a file belongs there: rename the folder")
    }
    var place = wantsFolder ? file : file.deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: place.path), place.path != "/" { place.deleteLastPathComponent() }
    if !isFolder(place) {
        return Trouble(path: place.path, problem: "is a file, and a folder belongs there: rename the file")
    }
    let isForbidden = access(place.path, W_OK) != 0 || [EROFS, EACCES, EPERM].contains(code)
    let cause =
        isForbidden
        ? "you may not write to \(place.path); change its permissions, or work in another folder" : reason(code)
    return Trouble(path: file.path, problem: "cannot be written: \(cause)")
}

/// Makes a folder, and those that it is in. Says what is in the way where that fails.
public func makeFolder(_ folder: URL) throws {
    try makeFolder(folder, failing: { Refusal($0.description) })
}

/// The same.
/// - Parameter failing: the error to throw when the folder cannot be made.
public func makeFolder(_ folder: URL, failing: (Trouble) -> any Error) throws {
    let code = problemMaking(folder.absoluteURL)
    guard code == 0 else { throw failing(trouble(code, writing: folder, wantsFolder: true)) }
}

/// Makes a folder and those that it is in; the system's number for the error, or 0.
private func problemMaking(_ folder: URL) -> Int32 {
    if isFolder(folder) || folder.path == "/" { return 0 }
    let problem = problemMaking(folder.deletingLastPathComponent())
    if problem != 0 || mkdir(folder.path, 0o777) == 0 { return problem }
    let code = errno
    // Another program may have been faster.
    return isFolder(folder) ? 0 : code
}

/// The system's words for an error number.
public func reason(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }
