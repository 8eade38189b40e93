// Places for files that nobody wants to keep.

import Foundation
import Testing

@testable import Common

@Suite struct `A temporary folder` {
    @Test func `is gone with its last owner`() throws {
        var folder: TemporaryFolder? = TemporaryFolder("photos")
        let url = try #require(folder?.url)
        #expect(url.lastPathComponent == "photos" && !FileManager.default.fileExists(atPath: url.path))
        try makeFolder(url)
        try Data("a".utf8).write(to: url.appending(path: "a.txt"))
        var other = folder
        folder = nil
        #expect(FileManager.default.fileExists(atPath: url.path))
        #expect(other != nil)
        other = nil
        #expect(!FileManager.default.fileExists(atPath: url.deletingLastPathComponent().path))
    }

    @Test func `is there while a body works in it, and then not, also after an error`() throws {
        struct Stop: Error {}
        var places: [URL] = []
        let count = try inTemporaryFolder { folder in
            places.append(folder)
            try Data("a".utf8).write(to: folder.appending(path: "a.txt"))
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).count
        }
        #expect(count == 1)
        #expect(throws: Stop.self) {
            try inTemporaryFolder { folder in
                places.append(folder)
                throw Stop()
            }
        }
        #expect(Set(places).count == 2 && places.allSatisfy { !FileManager.default.fileExists(atPath: $0.path) })
    }

    @Test func `is left out of texts about its files`() {
        let folder = URL(filePath: "/data/pets")
        #expect(folder.shortening("/data/pets/images/a_1.jpg") == "images/a_1.jpg")
        #expect(folder.shortening("/data/pets: no photo, and /data/pets/b.jpg is empty") == "pets: no photo, and b.jpg is empty")
    }
}
