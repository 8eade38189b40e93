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

    @Test func `what a killed run has left behind is removed`() throws {
        try scratch.write("out/.unpacking-digits-99999999-1/half", [1])
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
