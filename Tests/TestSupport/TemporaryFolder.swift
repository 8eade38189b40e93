import Foundation

/// A folder of its own for a test, removed with it.
public final class TemporaryFolder: Sendable {
    public let url = FileManager.default.temporaryDirectory.appending(path: "groundup-\(UUID().uuidString)")
    public var file: URL { url.appending(path: "file.safetensors") }

    public init() { try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }

    public func contents() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path) }
}

/// Files that are committed with the tests, in Tests/Fixtures.
public func fixture(_ path: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/\(path)").standardized
}

/// Runs `body` with an empty folder, and removes it afterwards.
public func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = TemporaryFolder()
    return try withExtendedLifetime(folder) { try body(folder.url) }
}
