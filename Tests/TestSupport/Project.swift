// Tests that look at the project itself find it from where this file is.

import Foundation

/// The folder that holds Package.swift.
public let projectFolder = (1...3).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }

/// All Swift files below a folder of the project, as paths from the project's folder, sorted.
public func swiftFiles(below folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: projectFolder.appending(path: folder).path)
    return (all?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
        .sorted()
}

/// The text of a file of the project.
public func projectText(_ path: String) throws -> String {
    try String(contentsOf: projectFolder.appending(path: path), encoding: .utf8)
}
