import Foundation
import Synchronization
import Testing

@testable import Datasets

@Suite struct `Where data is looked for` {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private var environment: [String: String] {
        ["XDG_CACHE_HOME": scratch["cache"].path, "GROUNDUP_DATA": scratch["env"].path]
    }
    private func locator(_ folder: String? = nil) -> DataLocator {
        DataLocator(dataFolder: folder.map { scratch[$0] }, environment: environment)
    }

    @Test func `an archive that is a pipe is refused, not waited for`() throws {
        try makeFolder(scratch["data"])
        #expect(mkfifo(scratch["data/mnist_sample.tgz"].path, 0o600) == 0)
        let locator = DataLocator(dataFolder: scratch["data"], environment: ["XDG_CACHE_HOME": scratch.url.path])
        let error = #expect(throws: DatasetError.self) { try locator.find("mnist_sample") }
        #expect(error?.problem == "expected an archive, found a pipe")
    }

    @Test func `first --data, then the environment, then the cache, then nowhere`() throws {
        #expect(try locator().find("set").found == nil)
        try scratch.write("cache/groundup/set/a", [])
        #expect(try locator().find("set").found?.place == "the cache")
        try scratch.write("env/set/a", [])
        #expect(try locator().find("set").found?.place == "$GROUNDUP_DATA")
        try scratch.write("mine/set/a", [])
        #expect(try locator("mine").find("set").found?.folder.path == scratch["mine/set"].path)
    }

    @Test func `without XDG_CACHE_HOME the cache is in the home folder`() {
        #expect(DataLocator(environment: ["HOME": "/home/ada"]).cache.path == "/home/ada/.cache/groundup")
        for home in ["", "here"] {
            #expect(DataLocator(environment: ["HOME": home]).cache == DataLocator(environment: [:]).cache)
        }
        let relative = ["HOME": "/home/ada", "XDG_CACHE_HOME": "here"]
        #expect(DataLocator(environment: relative).cache.path == "/home/ada/.cache/groundup")
    }

    @Test func `a place is asked for all names before the next place is`() throws {
        try scratch.write("mine/second/a", [])
        try scratch.write("env/first/a", [])
        #expect(try locator("mine").find("first", "second").found?.name == "second")
    }

    @Test func `a --data folder that does not exist is an error`() {
        let error = #expect(throws: DatasetError.self) { try locator("none").find("set") }
        #expect(error?.description.contains("given with --data") == true)
    }

    @Test func `a --data folder that lacks the data set gives a notice, and the search goes on`() throws {
        try makeFolder(scratch["mine"])
        try scratch.write("env/set/a", [])
        let search = try locator("mine").find("set")
        #expect(search.found?.place == "$GROUNDUP_DATA")
        #expect(search.notices.count == 1)
        #expect(search.notices[0].contains("holds no set"))
    }

    @Test func `what is in the way of a data set is said`() throws {
        try scratch.write("mine/set", [1])
        #expect(try locator("mine").find("set").notices[0].contains("set is a file, and a folder belongs there"))
        try makeFolder(scratch["linked"])
        #expect(symlink("nowhere", scratch["linked/set"].path) == 0)
        #expect(try locator("linked").find("set").notices[0].contains("set is a link that leads to no folder"))
    }

    @Test(.enabled(if: geteuid() != 0)) func `a data set that may not be read is not one without files`() throws {
        try scratch.write("mine/set/a", [1])
        chmod(scratch["mine/set"].path, 0)
        defer { chmod(scratch["mine/set"].path, 0o700) }
        let error = #expect(throws: DatasetError.self) { try locator("mine").find("set") }
        #expect(error?.description == "\(scratch["mine/set"].path): cannot be read: Permission denied")
    }

    @Test func `an archive is unpacked into the cache, and nothing is written beside it`() throws {
        try scratch.write("mine/set.tgz", Tar.archive(Tar.member("set/a", [1])))
        let folder = try #require(try locator("mine").find("set").found).folder
        #expect(folder.path.hasPrefix(scratch["cache/groundup"].path))
        #expect(try Data(contentsOf: folder.appendingPathComponent("a")) == Data([1]))
        #expect(try Listing(of: scratch["mine"]).names == ["set.tgz"])
        #expect(try locator("mine").find("set").found?.folder == folder)
    }

    @Test(arguments: ["set.TGZ", "set.Tar.GZ", "set.ZIP"])
    func `an ending in capitals is one as well`(_ name: String) throws {
        try scratch.write("mine/set/a", [1])
        let pack = name == "set.ZIP" ? "zip -qr \(name) set" : "tar -czf \(name) set"
        let folder = scratch["mine"].path
        let packed = try Tool("sh").run(["-c", "cd \"$1\" && \(pack) && rm -r set", "sh", folder])
        #expect(packed.succeeded, "\(packed.errors)")
        #expect(locator("mine").locate("set")?.url.lastPathComponent == name)
        let found = try #require(try locator("mine").find("set").found)
        #expect(try Data(contentsOf: found.folder.appendingPathComponent("a")) == Data([1]))
        #expect(locator("mine").locate("se") == nil)
    }

    @Test func `a changed archive is unpacked again`() throws {
        try scratch.write("mine/set.tgz", Tar.archive(Tar.member("set/a", [1])))
        let first = try #require(try locator("mine").find("set").found).folder
        try scratch.write("mine/set.tgz", Tar.archive(Tar.member("set/a", [2])))
        let second = try #require(try locator("mine").find("set").found).folder
        #expect(first != second)
        #expect(try Data(contentsOf: second.appendingPathComponent("a")) == Data([2]))
    }

    @Test func `digits are generated when there are none, and never when there are bad ones`() throws {
        let standIn = try digits()
        #expect(standIn.name == "generated digits" && !standIn.isBooks && standIn.folder == nil)
        #expect(
            standIn.notices.last == "no mnist_sample or mnist on this machine; this run uses generated digits instead")
        #expect(try standIn.contents.origin == "generated digits")
        try scratch.write("env/mnist_sample/train/3/1.png", [1])
        let bad = try digits()
        #expect(bad.name == "mnist_sample" && bad.isBooks)
        for _ in 1...2 { #expect(throws: DatasetError.self) { try bad.contents } }
    }

    @Test func `the second candidate is found, and is not the book's`() throws {
        try scratch.write("env/mnist/x", [1])
        let source = try digits()
        #expect(source.name == "mnist" && source.bookName == "mnist_sample" && !source.isBooks)
    }

    @Test func `data are read once`() throws {
        let count = Mutex(0)
        let source = try DataSource(.dataSet("none") { _ in 0 }, standIn: "made", in: locator()) {
            count.withLock {
                $0 += 1
                return $0
            }
        }
        #expect(try source.contents == 1)
        #expect(try source.contents == 1)
    }

    private func digits() throws -> DataSource<DigitImages> {
        try DataSource(.mnistSample, .mnist(only: [3, 7]), standIn: "generated digits", in: locator()) { .generated() }
    }
}

@Suite struct `The registry` {
    @Test func `names are unique, and every set can be fetched or says how to get it`() {
        #expect(Set(Registry.all.map(\.name)).count == Registry.all.count)
        #expect(Registry.all.count == 25)
        for info in Registry.all { #expect(info.files.isEmpty == (info.byHand != nil)) }
    }

    @Test func `checksums are MD5s, or the beginning of a SHA-256, and addresses are whole`() {
        for file in Registry.all.flatMap(\.files) {
            let length = if case .sha256Beginning = file.checksum { 8 } else { 32 }
            #expect(file.checksum.digits.count == length && file.checksum.digits.allSatisfy(\.isHexDigit))
            #expect(file.address.hasPrefix("https://") && file.bytes > 1000)
        }
    }

    @Test func `an unknown name is an error that lists the known ones`() {
        let error = #expect(throws: DatasetError.self) { try Registry.dataset("mnits") }
        #expect(error?.advice?.contains("mnist_sample") == true)
    }
}
