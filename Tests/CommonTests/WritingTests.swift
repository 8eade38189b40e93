import Common
import Foundation
import TestSupport
import Testing

@Suite struct `A file that is written whole` {
    @Test func `takes the place of the old one`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "a")
            for text in ["first", "second"] { try writeWhole(Data(text.utf8), to: file) }
            #expect(try String(contentsOf: file, encoding: .utf8) == "second")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
        }
    }

    @Test func `says what is in its way, and leaves nothing behind`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "a")
            try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
            let error = #expect(throws: Refusal.self) { try writeWhole(Data("x".utf8), to: file) }
            #expect(error?.description == "\(file.path) is a folder, and a file belongs there: rename the folder")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
        }
    }

    @Test func `keeps the permissions that its readers gave it`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "a")
            try Data("old".utf8).write(to: file)
            #expect(chmod(file.path, 0o606) == 0)
            try writeWhole(Data("new".utf8), to: file)
            var status = stat()
            #expect(stat(file.path, &status) == 0 && status.st_mode & 0o777 == 0o606)
        }
    }

    @Test func `that links to nothing yet makes what it links to`() throws {
        try withFolder { folder in
            let (file, link) = (folder.appending(path: "a"), folder.appending(path: "b"))
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
            try writeWhole(Data("new".utf8), to: link)
            #expect(try String(contentsOf: file, encoding: .utf8) == "new")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
        }
    }

    @Test func `is not written where links go round in a circle`() throws {
        try withFolder { folder in
            let link = folder.appending(path: "a")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: link)
            let error = #expect(throws: Refusal.self) { try writeWhole(Data("new".utf8), to: link) }
            #expect(error?.description.hasPrefix("\(link.path) cannot be written: Too many") == true)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == link.path)
        }
    }

    @Test func `may have any name that a file can have`() throws {
        try withFolder { folder in
            for name in ["a b", "a\"b'c", "a\nb", "\u{301}a", "-", "%41", "#", "ä", String(repeating: "x", count: 255)]
            {
                let file = folder.appending(path: "s p/\u{301}\n'").appending(path: name)
                try makeFolder(file.deletingLastPathComponent())
                for text in ["first", "second"] { try writeWhole(Data(text.utf8), to: file) }
                #expect(try readText(file) == "second", "\(name)")
            }
        }
    }

    @Test func `leaves a link a link, and writes its target`() throws {
        try withFolder { folder in
            let (file, link) = (folder.appending(path: "a"), folder.appending(path: "b"))
            try Data("old".utf8).write(to: file)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
            try writeWhole(Data("new".utf8), to: link)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
            #expect(try String(contentsOf: file, encoding: .utf8) == "new")
        }
    }

    @Test func `may be a pipe, which stays one`() throws {
        try withFolder { folder in
            let pipe = folder.appending(path: "pipe")
            #expect(mkfifo(pipe.path, 0o600) == 0)
            let reader = open(pipe.path, O_RDONLY | O_NONBLOCK)
            defer { close(reader) }
            try writeWhole(Data("hi".utf8), to: pipe)
            var bytes = [UInt8](repeating: 0, count: 8)
            #expect(read(reader, &bytes, 8) == 2 && bytes[0] == UInt8(ascii: "h"))
            var status = stat()
            #expect(stat(pipe.path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
        }
    }
}
