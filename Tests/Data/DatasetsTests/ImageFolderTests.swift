import Foundation
import Testing

@testable import Datasets

@Suite struct `Folders of labelled images` {
    let scratch: Scratch
    let png = PNG.grey([[9]]).bytes
    init() throws { scratch = try Scratch() }

    @Test func `names are bytes: one may begin with a combining mark, and one that is not UTF-8 is skipped`() throws {
        try scratch.write("train/3/\u{301}a.png", PNG.grey([[1]]).bytes)
        try scratch.write("train/3/b.png", PNG.grey([[2]]).bytes)
        let latin1 = scratch["train/3"].path.utf8CString.dropLast() + [47, -23, 46, 112, 110, 103, 0]  // "/é.png"
        let file = latin1.withUnsafeBufferPointer { creat($0.baseAddress!, 0o600) }
        close(file)
        let folder = try ImageFolder(scratch["train"])
        #expect(folder.files.names.map(lastComponent) == ["b.png", "\u{301}a.png"])
        #expect(try folder.readImages().scalars == [2, 1])
        #expect(folder.ignored == 1)
        #expect(try LabelledDigits(pngFolder: scratch["train"], only: [3]).names == ["b.png", "\u{301}a.png"])
    }

    @Test func `the folder's name is the label, and the order is that of the bytes`() throws {
        for name in ["7/2.png", "3/1007.png", "3/10052.png", "3/10.png", "3/10000.png"] { try scratch.write(name, png) }
        let folder = try ImageFolder(scratch.url)
        #expect(folder.classes == ["3", "7"])
        #expect(folder.files.names == ["3/10.png", "3/10000.png", "3/10052.png", "3/1007.png", "7/2.png"])
        #expect(folder.labels == [0, 0, 0, 0, 1])
        #expect(folder.files(of: "7").description == "(#1) [2.png]")
        #expect(try folder.readImages().shape == [5, 1, 1])
    }

    @Test func `stray files are ignored and counted`() throws {
        let strays = [".DS_Store", "labels.csv", "3/notes.txt", "3/.hidden.png", "3/deeper/4.png", ".cache/1.png"]
        for name in strays + ["3/1.png", "3/2.PNG"] { try scratch.write(name, png) }
        let folder = try ImageFolder(scratch.url)
        #expect(folder.files.count == 2)
        #expect(folder.ignored == strays.count)
    }

    @Test func `an empty class folder is an error that names it`() throws {
        try scratch.write("3/1.png", png)
        try makeFolder(scratch["7"])
        let error = #expect(throws: DatasetError.self) { try ImageFolder(scratch.url) }
        #expect(error?.subject == scratch["7"].path)
        #expect(error?.problem.contains("found nothing") == true)
    }

    @Test func `a missing folder is an error that names it`() {
        let error = #expect(throws: DatasetError.self) { try ImageFolder(scratch["none"]) }
        #expect(error?.description.contains("none: there is no such folder") == true)
    }

    @Test func `a missing class, and no class at all, are errors`() throws {
        #expect(throws: DatasetError.self) { try ImageFolder(scratch.url) }
        try scratch.write("3/1.png", png)
        let error = #expect(throws: DatasetError.self) { try ImageFolder(scratch.url, only: ["3", "7"]) }
        #expect(error?.problem.contains("“7”") == true)
    }

    @Test func `a listing prints its count and the first ten names`() throws {
        for i in 0..<12 { try scratch.write("\(i).png", png) }
        let listing = try Listing(of: scratch.url)
        let expected = "(#12) [0.png, 1.png, 10.png, 11.png, 2.png, 3.png, 4.png, 5.png, 6.png, 7.png, …]"
        #expect(listing.description == expected)
        #expect(listing[2].lastPathComponent == "10.png")
    }
}
