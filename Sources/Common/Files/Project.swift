// Finding the project and its chapters: by looking, so that nothing has to be registered.

import Foundation

/// The nearest folder at or above `folder` that has a Package.swift and these folders.
public func projectRoot(around folder: URL, with folders: [String] = []) throws -> URL {
    var place = folder.standardizedFileURL
    let needed = ["Package.swift"] + folders
    while true {
        let hasAll = needed.allSatisfy {
            FileManager.default.fileExists(atPath: place.appending(path: $0).path)
        }
        if hasAll { return place }
        guard place.path != "/" else { break }
        place = place.deletingLastPathComponent().standardizedFileURL
    }
    throw Refusal(
        "\(folder.path) is not inside the project: no folder above it has \(needed.joined(separator: " and "))")
}

/// What the name of a chapter's folder says: "04-DigitClassifier".
public struct ChapterFolder: Equatable, Sendable {
    public let name: String
    public let number: Int

    /// nil for a folder that is not a chapter's.
    public init?(_ name: String) {
        guard let dash = name.firstIndex(of: "-"), let number = Int(name[..<dash]) else { return nil }
        (self.name, self.number) = (name, number)
    }

    /// The number as file names have it: "04".
    public var digits: String { String(name.prefix { $0 != "-" }) }

    /// "Digit Classifier"
    public var title: String {
        String(name.drop { $0 != "-" }.dropFirst()).replacing(/([a-z])([A-Z])/) { "\($0.output.1) \($0.output.2)" }
    }
}
