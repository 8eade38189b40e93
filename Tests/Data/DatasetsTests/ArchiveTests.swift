import Common
import Foundation
import Testing

@testable import Datasets

@Suite struct `Unpacking archives` {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// A packed folder `set/` with two files.
    private func pack(_ name: String) throws -> Archive {
        try scratch.write("set/a.txt", [1, 2, 3])
        try scratch.write("set/sub/b c.txt", [4])
        let result =
            name.hasSuffix(".zip")
            ? try Tool("sh").run(["-c", "cd \"$1\" && zip -qr \(name) set", "sh", scratch.url.path])
            : try Tool("tar").run(["-czf", scratch[name].path, "-C", scratch.url.path, "set"])
        #expect(result.status == 0)
        return Archive(url: scratch[name])
    }

    @Test(arguments: ["x.tgz", "x.tar.gz", "x.zip"])
    func `the only folder within becomes the target`(_ name: String) throws {
        try pack(name).unpack(to: scratch["out/digits"])
        #expect(try Listing(of: scratch["out/digits"]).names == ["a.txt", "sub"])
        #expect(try Data(contentsOf: scratch["out/digits/sub/b c.txt"]) == Data([4]))
        #expect(try readDirectory(scratch["out"].path).map(\.name) == ["digits"])
    }

    @Test func `several files go into the target themselves`() throws {
        try scratch.write("x.tgz", Tar.archive(Tar.member("a", [1]), Tar.member("b", [2])))
        try Archive(url: scratch["x.tgz"]).unpack(to: scratch["out"])
        #expect(try Listing(of: scratch["out"]).names == ["a", "b"])
    }

    @Test func `members are listed with type, size and path`() throws {
        let members = try pack("x.zip").members()
        #expect(members.contains(Archive.Member(type: "-", bytes: 1, path: "set/sub/b c.txt")))
        #expect(members.count == 4)
    }

    @Test(arguments: [0o555, 0o000, 0o311])
    func `folders that no one may write into or read are opened up`(_ mode: Int) throws {
        let members = [
            Tar.member("set", type: "5", mode: mode), Tar.member("set/sub", type: "5", mode: mode),
            Tar.member("set/sub/a.txt", [1], mode: 0),
        ]
        try scratch.write("x.tgz", Tar.archive(members.flatMap(\.self)))
        try Archive(url: scratch["x.tgz"]).unpack(to: scratch["out"])
        for (path, wanted) in [("out", 0o700), ("out/sub", 0o700), ("out/sub/a.txt", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: scratch[path].path)
            #expect((attributes[.posixPermissions] as? Int).map { $0 & wanted } == wanted, "\(path)")
        }
        #expect(try readDirectory(scratch.url.path).map(\.name).sorted() == ["out", "x.tgz"])
    }

    @Test(arguments: ["__MACOSX/set/._a.txt", ".DS_Store", "__MACOSX/._set"])
    func `what macOS adds beside the folder is left out`(_ stray: String) throws {
        try scratch.write("set/a.txt", [1])
        try scratch.write(stray, [0])
        let top = String(stray.split(separator: "/")[0])
        try zip("set \(top)")
        try Archive(url: scratch["x.zip"]).unpack(to: scratch["out"])
        #expect(try readDirectory(scratch["out"].path).map(\.name) == ["a.txt"])
    }

    @Test func `warnings of unzip are not errors: bytes before the archive, backslashes from Windows`() throws {
        try scratch.write("set/a.txt", [1])
        try zip("set")
        let plain = try [UInt8](Data(contentsOf: scratch["x.zip"]))
        // Written by MS-DOS, says the byte after the version; names of the same length keep all offsets right.
        let windows = replaced(plain, "set/a.txt", by: "set\\a.txt")
        let fromWindows = replaced(windows, "PK\u{1}\u{2}\u{1e}\u{3}", by: "PK\u{1}\u{2}\u{14}\u{0}")
        #expect(fromWindows != windows)
        for (name, bytes) in [("before", Array("#!/bin/sh\n".utf8) + plain), ("windows", fromWindows)] {
            let archive = Archive(url: try scratch.write("\(name).zip", bytes))
            try archive.unpack(to: scratch[name])
            #expect(try Data(contentsOf: scratch["\(name)/a.txt"]) == Data([1]), "\(name)")
        }
    }

    private func replaced(_ bytes: [UInt8], _ old: String, by new: String) -> [UInt8] {
        let parts = bytes.split(separator: Array(old.utf8), omittingEmptySubsequences: false).map(Array.init)
        return Array(parts.joined(separator: Array(new.utf8)))
    }

    private func zip(_ names: String) throws {
        let script = "cd \"$1\" && rm -f x.zip && zip -qr x.zip \(names)"
        #expect(try Tool("sh").run(["-c", script, "sh", scratch.url.path]).status == 0)
    }

    @Test func `a program that says the same of thousands of files is quoted in part`() throws {
        let many = (1...5000).map { "tar: \($0).png: No space left on device\n" }.joined()
        let child = Child(status: 2, signal: nil, output: "", errors: many)
        #expect(child.complaints.split(separator: "\n").count == 4)
        #expect(child.complaints.hasSuffix("… and 4997 more lines"))
        #expect(Child(status: 2, signal: nil, output: "", errors: "\na\nb\n").complaints == "a\nb")
    }

    @Test func `what a killed run has left behind is removed`() throws {
        try scratch.write("out/.unfinished-99999999-1/half", [1])
        try pack("x.tgz").unpack(to: scratch["out/digits"])
        #expect(try readDirectory(scratch["out"].path).map(\.name) == ["digits"])
    }
}

@Suite struct `Hostile archives` {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// The message for an archive; nothing may have been written.
    private func refusal(_ bytes: [UInt8], as name: String = "x.tgz", bound: Int? = nil) throws -> String {
        let archive = Archive(url: try scratch.write(name, bytes))
        let error = #expect(throws: DatasetError.self) { try archive.unpack(to: scratch["a/b/out"], bound: bound) }
        #expect(scratch.contents == [name])
        return try #require(error).description
    }

    private func shell(_ script: String) throws {
        #expect(try Tool("sh").run(["-ec", "cd \"$1\"; " + script, "sh", scratch.url.path]).status == 0)
    }

    @Test(arguments: ["../evil", "set/../../evil", "set/.."])
    func `a path that climbs out is refused`(_ path: String) throws {
        let text = try refusal(Tar.archive(Tar.member("set/a", [1]), Tar.member(path, [2])))
        #expect(text.contains("“\(path)” leads out of the folder"))
    }

    @Test func `an absolute path is refused`() throws {
        #expect(try refusal(Tar.archive(Tar.member("/tmp/evil", [1]))).contains("“/tmp/evil” is an absolute path"))
    }

    @Test(arguments: ["1", "2"] as [Character], ["/etc", "../..", "a"])
    func `links are refused`(_ type: Character, _ link: String) throws {
        #expect(try refusal(Tar.archive(Tar.member("set/x", type: type, link: link))).contains("is a link"))
    }

    @Test(arguments: ["3", "4", "6"] as [Character])
    func `devices and pipes are refused`(_ type: Character) throws {
        #expect(try refusal(Tar.archive(Tar.member("set/x", type: type))).contains("neither a file nor a folder"))
    }

    @Test func `more than the bound is refused`() throws {
        let text = try refusal(Tar.archive(Tar.member("set/big", [UInt8](repeating: 0, count: 3000))), bound: 2999)
        #expect(text.contains("it would grow to 3.0 kB"))
    }

    @Test func `a zip file that lies about its sizes is refused`() throws {
        try shell("head -c 600000 /dev/zero > big; zip -q x.zip big; rm big")
        // The size before compression, in the entry and in the list at the end, becomes 100.
        let truth = Array(withUnsafeBytes(of: UInt32(600_000).littleEndian, Array.init))
        let bytes = try [UInt8](Data(contentsOf: scratch["x.zip"]))
        let lie = Array(
            bytes.split(separator: truth, omittingEmptySubsequences: false).map(Array.init)
                .joined(separator: [100, 0, 0, 0]))
        #expect(lie != bytes)
        #expect(try refusal(lie, as: "x.zip", bound: 500_000).contains("it grows to more than the 500 kB"))
    }

    @Test func `a path that climbs out is refused, even with a combining mark after the slash`() {
        let archive = Archive(url: scratch["x.zip"])
        for path in ["../\u{301}evil", "set/..\\\u{301}x", "/\u{301}x"] {
            #expect(throws: DatasetError.self) { try archive.check([.init(type: "-", bytes: 1, path: path)], bound: 9) }
        }
    }

    @Test(arguments: [
        "-rw-r--r-- 0/0             330 set/a b.png", "-rw-r--r-- 0/0  x 1970-01-01 00:00 set/a",
        "-rw-r--r-- 0/0 330 1970-01-01 set/a", "-rw-r--r-- 0/0 99999999999999999999 1970-01-01 00:00 a",
        "-rw-r--r--  0 0  0  330 set/a b.png", "",
    ])
    func `a line of tar's list that is not understood is not guessed at`(_ line: String) {
        #expect(Archive.tarMember(line[...]) == nil)
    }

    @Test func `spaces at the beginning of a name belong to it`() {
        #expect(Archive.tarMember("-rw-r--r-- 0/0 330 1970-01-01 00:00  a")?.path == " a")
        #expect(Archive.zipMember("-rw-r--r--  3.0 unx     1234 tx defN 23-Jan-01 10:00  a")?.path == " a")
    }

    @Test func `names that tar writes with escapes are read as they are`() throws {
        func path(_ name: String) -> String? { Archive.tarMember("-rw-r--r-- 0/0 330 1970-01-01 00:00 \(name)")?.path }
        #expect(path(#"\303\251t\303\251/a"#) == "été/a")
        #expect(path(#"a\\303b"#) == #"a\303b"#)
        #expect(path(#"a\nb"#) == #"a\nb"#)
        let folder = scratch["été"]
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: folder.appending(path: "ä b.txt"))
        try Data("y".utf8).write(to: folder.appending(path: #"\.."#))
        let tar = try Child.run("tar", ["-cf", scratch["x.tar"].path, "-C", scratch.url.path, "été"], in: scratch.url)
        #expect(tar.succeeded)
        try Archive(url: scratch["x.tar"]).unpack(to: scratch["set"])
        let found = try FileManager.default.contentsOfDirectory(atPath: scratch["set"].path)
        #expect(Set(found) == ["ä b.txt", #"\.."#])
    }

    @Test func `a damaged archive is an error`() throws {
        #expect(try refusal([0x1F, 0x8B, 8, 0, 1, 2, 3]).contains("cannot be read"))
        #expect(try refusal(Array("no archive at all".utf8)).contains("cannot be read"))
    }

    @Test func `a climbing path and a link in a zip file are refused`() throws {
        try shell("mkdir -p s/in; echo x > s/evil; cd s/in; zip -q ../../x.zip ../evil; cd ../..; rm -r s")
        #expect(try refusal(Array(Data(contentsOf: scratch["x.zip"])), as: "x.zip").contains("leads out"))
        try shell("rm x.zip; ln -s /etc l; zip -qy x.zip l; rm l")
        #expect(try refusal(Array(Data(contentsOf: scratch["x.zip"])), as: "x.zip").contains("is a link"))
    }

    @Test func `both dialects of tar's list are understood`() {
        let gnu = Archive.tarMember("-rw-r--r-- 0/0             330 1970-01-01 00:00 set/a b.png")
        let bsd = Archive.tarMember("-rw-r--r--  0 0      0         330 Jan  1  1970 set/a b.png")
        #expect(gnu == Archive.Member(type: "-", bytes: 330, path: "set/a b.png"))
        #expect(bsd == gnu)
    }
}
