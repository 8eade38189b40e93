import Common
import Foundation
import Testing

@testable import Datasets

@Suite struct `Fetching data sets` {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// An archive of somewhat more than two MiB.
    static let archive = Tar.archive(
        Tar.member("set/a", Array(repeatElement(Array(0...255), count: 8600).joined().prefix(2_200_000))))
    private var bytes: [UInt8] { Self.archive }

    private func info(_ server: FileServer, bytes count: Int? = nil, md5: String? = nil) throws -> DatasetInfo {
        let file = try scratch.write("original", bytes)
        let right = try Checksum.md5OfFirstMiB(String(repeating: "0", count: 32)).digits(of: file)
        let remote = RemoteFile(server.address + "set.tgz", bytes: count ?? bytes.count, .md5OfFirstMiB(md5 ?? right))
        return DatasetInfo("set", chapters: "0", about: "", licence: "", files: [remote])
    }
    private var installer: Installer { Installer(into: scratch["cache"]) }
    private var part: URL { scratch["cache/.downloads/set/set.tgz.part"] }

    @Test func `a data set arrives, is checked and unpacked, and its archive is gone`() throws {
        let server = try FileServer(bytes)
        var reports: [TransferProgress] = []
        let folder = try installer.install(info(server)) { reports.append($1) }
        #expect(folder.lastPathComponent == "set")
        #expect(try fileSize(folder.appendingPathComponent("a")) == 2_200_000)
        #expect(reports.last?.fraction == 1)
        #expect(scratch.contents == ["cache", "cache/set", "cache/set/a", "original"])
        _ = try installer.install(info(server))
        #expect(server.ranges.count == 1)
    }

    @Test func `an interrupted transfer resumes where it stopped`() throws {
        let server = try FileServer(bytes, .cutsHalfway)
        let error = #expect(throws: DatasetError.self) { try installer.install(info(server)) }
        #expect(error?.problem.contains("the connection broke after") == true)
        #expect(!isFolder(scratch["cache/set"]))
        let arrived = try fileSize(part)
        #expect(arrived > 0 && arrived < bytes.count)
        server.behave(.good)
        let folder = try installer.install(info(server))
        #expect(server.ranges.last?.contains("bytes=\(arrived)-") == true)
        #expect(try fileSize(folder.appendingPathComponent("a")) == 2_200_000)
    }

    @Test func `a server that cannot continue sends everything again`() throws {
        let server = try FileServer(bytes, .withoutRanges)
        let info = try info(server)
        try scratch.write("cache/.downloads/set/set.tgz.part", Array(bytes.prefix(1000)))
        let folder = try installer.install(info)
        #expect(server.ranges.count == 2)
        #expect(try fileSize(folder.appendingPathComponent("a")) == 2_200_000)
    }

    @Test func `a part that is already whole is not fetched again`() throws {
        let server = try FileServer(bytes, .missing)
        let info = try info(server)
        try scratch.write("cache/.downloads/set/set.tgz.part", bytes)
        _ = try installer.install(info)
        #expect(server.ranges.isEmpty)
    }

    @Test func `a wrong checksum is an error, and the file is removed`() throws {
        let server = try FileServer(bytes)
        let wrong = String(repeating: "a", count: 32)
        let error = #expect(throws: DatasetError.self) { try installer.install(info(server, md5: wrong)) }
        #expect(error?.problem.contains("expected MD5 of the first MiB \(wrong), found") == true)
        #expect(scratch.contents == ["cache", "original"])
    }

    @Test func `a file that is too short is an error, and is removed`() throws {
        let server = try FileServer(bytes)
        let error = #expect(throws: DatasetError.self) { try installer.install(info(server, bytes: bytes.count + 1)) }
        #expect(error?.problem.contains("expected \(bytes.count + 1) bytes, found \(bytes.count)") == true)
        #expect(!FileManager.default.fileExists(atPath: part.path))
    }

    @Test func `a server that sends without end is stopped`() throws {
        let server = try FileServer(bytes, .endless)
        let error = #expect(throws: DatasetError.self) { try installer.install(info(server)) }
        #expect(error?.problem.contains("the server sends more") == true)
        #expect(!FileManager.default.fileExists(atPath: part.path))
    }

    @Test func `a missing file and a missing server are errors`() throws {
        let server = try FileServer(bytes, .missing)
        let error = #expect(throws: DatasetError.self) { try installer.install(info(server)) }
        #expect(error?.problem.contains("404") == true)
        let nobody = RemoteFile("http://127.0.0.1:1/set.tgz", bytes: 10, .md5(""))
        #expect(throws: DatasetError.self) {
            try installer.install(DatasetInfo("set", chapters: "", about: "", licence: "", files: [nobody]))
        }
    }

    @Test func `an unsafe archive is removed, and nothing is installed`() throws {
        let hostile = Tar.archive(Tar.member("../evil", bytes))
        let server = try FileServer(hostile)
        let file = try scratch.write("hostile", hostile)
        let md5 = try Checksum.md5("").anyDigits(of: file)
        let remote = RemoteFile(server.address + "set.tgz", bytes: hostile.count, .md5(md5))
        let info = DatasetInfo("set", chapters: "", about: "", licence: "", files: [remote])
        let error = #expect(throws: DatasetError.self) { try installer.install(info) }
        #expect(error?.problem.contains("leads out of the folder") == true)
        #expect(scratch.contents == ["cache", "hostile"])
    }

    @Test func `two at once do not disturb each other`() throws {
        let server = try FileServer(bytes)
        let info = try info(server)
        let staging = scratch["cache/.downloads/set"]
        try Common.makeFolder(staging)
        try withLock(on: staging) {
            let error = #expect(throws: DatasetError.self) { try installer.install(info) }
            #expect(error?.problem == "another process is fetching this data set")
        }
        #expect(server.ranges.isEmpty)
        _ = try installer.install(info)
        #expect(scratch.contents == ["cache", "cache/set", "cache/set/a", "original"])
    }

    @Test func `several files become one folder`() throws {
        let server = try FileServer(bytes)
        let md5 = try Checksum.md5("").anyDigits(of: scratch.write("original", bytes))
        let files = ["one.gz", "two.gz"].map { RemoteFile(server.address + $0, bytes: bytes.count, .md5(md5)) }
        let info = DatasetInfo("pair", chapters: "", about: "", licence: "", files: files)
        let folder = try installer.install(info)
        #expect(try Listing(of: folder).names == ["one.gz", "two.gz"])
        #expect(try info.check(folder).count == 2)
    }

    /// Of a file of weights, the size may be known roughly, and the first digits of its SHA-256.
    @Test func `where the size is not known, the checksum decides`() throws {
        let original = try scratch.write("original", bytes)
        let digits = String(try Checksum.sha256(String(repeating: "0", count: 64)).digits(of: original).prefix(8))
        func info(_ server: FileServer, _ bytes: Int, _ digits: String) -> DatasetInfo {
            let file = RemoteFile(
                server.address + "net.pth", bytes: bytes, isSizeExact: false, .sha256Beginning(digits))
            return DatasetInfo("net", chapters: "", about: "", licence: "", files: [file])
        }
        let server = try FileServer(bytes, .cutsHalfway)
        let guess = bytes.count - 12_345
        #expect(throws: DatasetError.self) { try installer.install(info(server, guess, digits)) }
        server.behave(.good)
        let folder = try installer.install(info(server, guess, digits))
        #expect(try Listing(of: folder).names == ["net.pth"])
        #expect(try info(server, guess, digits).check(folder).count == 1)
        try FileManager.default.removeItem(at: folder)
        let other = #expect(throws: DatasetError.self) { try installer.install(info(server, guess, "00000000")) }
        #expect(other?.problem.contains("beginning of the SHA-256 00000000, found \(digits)") == true)
        let small = #expect(throws: DatasetError.self) { try installer.install(info(server, 1_000_000, digits)) }
        #expect(small?.problem.contains("at most 2000000 bytes") == true)
        #expect(!isFolder(scratch["cache/net"]))
    }

    @Test func `a set that needs an account says how to get it`() throws {
        let error = #expect(throws: DatasetError.self) { try installer.install(Registry.dataset("bulldozers")) }
        #expect(error?.advice?.contains("kaggle.com") == true)
    }

    @Test func `a missing program is named, with a way to install it`() {
        let error = #expect(throws: DatasetError.self) { try Tool("curl", path: scratch.url.path) }
        #expect(error?.advice?.contains("install curl") == true)
    }

    @Test func `progress is described in words`() {
        let half = TransferProgress(bytes: 1_600_000, total: 3_200_000, atStart: 0, seconds: 10)
        #expect(half.words == "1.6 MB of 3.2 MB, 50 %, 10 s left")
        let resumed = TransferProgress(bytes: 2_000_000, total: 3_000_000, atStart: 1_000_000, seconds: 200)
        #expect(resumed.words == "2.0 MB of 3.0 MB, 66 %, 3 min 20 s left")
    }
}

extension Checksum {
    /// The MD5 of a file whose MD5 is not known yet.
    func anyDigits(of file: URL) throws -> String {
        try Checksum.md5(String(repeating: "0", count: 32)).digits(of: file)
    }
}
