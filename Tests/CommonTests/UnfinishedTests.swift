import Common
import Foundation
import TestSupport
import Testing

@Suite struct `What a killed program left unfinished` {
    /// A process number that no system gives.
    private let nobody = ".unfinished-99999999-1"

    @Test func `is removed by the next that writes there, and what is in work stays`() throws {
        try withFolder { folder in
            let ours = ".unfinished-\(getpid())-1"
            for name in [nobody, ours, ".unfinished-", ".unfinished-x-1", ".unfinished--1-1"] {
                try Data("half".utf8).write(to: folder.appending(path: name))
            }
            try writeWhole(Data("a".utf8), to: folder.appending(path: "a"))
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(left == [".unfinished-", ".unfinished--1-1", ours, ".unfinished-x-1", "a"].sorted())
        }
    }

    @Test func `is removed even where nobody may read it`() throws {
        try withFolder { folder in
            let locked = folder.appending(path: "\(nobody)/a")
            try makeFolder(locked.appending(path: "b"))
            #expect(chmod(locked.path, 0) == 0)
            #expect(!FileManager.default.fileExists(atPath: unfinishedPlace(in: folder).path))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func `goes with what is unfinished beside it`() throws {
        try withFolder { folder in
            let place = unfinishedPlace(in: folder)
            for name in [place.lastPathComponent, nobody] { try makeFolder(folder.appending(path: "\(name)/a")) }
            removeUnfinished(place)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func `is found where a program was killed while it wrote`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "a")
            try writeWhole(Data("old".utf8), to: file)
            // A child that is killed between the new file and its name.
            let place = folder.appending(path: ".unfinished-$$-1").path
            _ = try Child.run("sh", ["-c", "printf half > \"\(place)\"; kill -9 $$"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
            try writeWhole(Data("new".utf8), to: file)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
        }
    }
}

@Suite struct `A lock on a folder` {
    struct Busy: Error {}

    @Test func `lets one at a time in, and is gone afterwards`() throws {
        try withFolder { folder in
            try withLock(on: folder) {
                _ = #expect(throws: Busy.self) { try withLock(on: folder, busy: Busy()) {} }
            }
            try withLock(on: folder, busy: Busy()) {}
        }
    }
}

@Suite struct `A folder that is made` {
    @Test func `may be there already, and says what is in its way`() throws {
        try withFolder { folder in
            let deep = folder.appending(path: "a/b/c")
            for _ in 1...2 { try makeFolder(deep) }
            #expect(isFolder(deep))
            let file = folder.appending(path: "file")
            try Data().write(to: file)
            let error = #expect(throws: Refusal.self) { try makeFolder(file.appending(path: "x")) }
            #expect(error?.description == "\(file.path) is a file, and a folder belongs there: rename the file")
            let long = folder.appending(path: String(repeating: "x", count: 256))
            let other = #expect(throws: Refusal.self) { try makeFolder(long) }
            #expect(other?.description == "\(long.path) cannot be written: File name too long")
        }
    }
}

@Suite struct `A file that is read` {
    @Test func `is no pipe, which would be waited for, and no folder`() throws {
        try withFolder { folder in
            let pipe = folder.appending(path: "pipe")
            #expect(mkfifo(pipe.path, 0o600) == 0)
            for (place, kind) in [(pipe, "a pipe"), (folder, "a folder"), (URL(filePath: "/dev/null"), "a device")] {
                let error = #expect(throws: Refusal.self) { try readText(place) }
                #expect(error?.description == "\(place.path) cannot be read: it is \(kind), not a file")
            }
        }
    }
}
