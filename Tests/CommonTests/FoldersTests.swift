// What is in a folder, also by way of links, and what is said of one that cannot be listed.

import Common
import Foundation
import TestSupport
import Testing

@Suite struct `Files in a folder` {
    private let folder = TestSupport.TemporaryFolder()

    private func write(_ path: String) throws {
        let file = folder.url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(path.utf8).write(to: file)
    }

    private func link(_ path: String, to target: String) {
        #expect(symlink(target, folder.url.appending(path: path).path) == 0)
    }

    /// The paths from a folder on, sorted.
    private func files(_ path: String, deeply: Bool = true) throws -> [String] {
        let place = folder.url.appending(path: path)
        return try filePaths(in: place, deeply: deeply) { Refusal("\($0): \($1)") }
            .map { String($0.dropFirst(place.path.count + 1)) }.sorted()
    }

    @Test func `are found at any depth, but for hidden ones`() throws {
        for path in ["a/x", "a/b/y z", "a/b/🐻\nnew", "a/.hidden", "a/.git/z"] { try write(path) }
        #expect(try files("a") == ["b/y z", "b/🐻\nnew", "x"])
        #expect(try files("a", deeply: false) == ["x"])
    }

    @Test func `are found through links to folders and files`() throws {
        for path in ["disk/bears/grizzly/1", "disk/2"] { try write(path) }
        link("bears", to: "disk/bears")
        #expect(try files("bears") == ["grizzly/1"])
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "all"), withIntermediateDirectories: false)
        link("all/black", to: "../disk/bears/grizzly")
        link("all/two", to: "../disk/2")
        #expect(try files("all") == ["black/1", "two"])
    }

    @Test func `are found once where a link leads back, and a link that leads nowhere is one`() throws {
        try write("a/x")
        link("a/again", to: "../a")
        link("a/self", to: "self")
        link("a/gone", to: "nowhere")
        #expect(try files("a") == ["gone", "self", "x"])
    }

    @Test func `are not looked for in what is no folder`() throws {
        try write("file")
        link("self", to: "self")
        for (path, problem) in [
            ("nothing", "there is no such folder"), ("file", "expected a folder, found a file"),
            ("self", "there is no such folder"),
        ] {
            let error = #expect(throws: Refusal.self) { try files(path) }
            #expect(error?.description == "\(folder.url.appending(path: path).path): \(problem)")
        }
    }

    // Whoever may read everything is not kept out.
    @Test(.enabled(if: geteuid() != 0)) func `are not passed over where a folder cannot be read`() throws {
        try write("a/b/x")
        let closed = folder.url.appending(path: "a/b").path
        chmod(closed, 0)
        defer { chmod(closed, 0o700) }
        let error = #expect(throws: Refusal.self) { try files("a") }
        #expect(error?.description == "\(closed): cannot be read: Permission denied")
    }
}
