import Foundation
import PNGFormat
import Synchronization
import Tensors
import Testing

@testable import Datasets

@Suite struct `Scenes as files` {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func written(
        _ layout: SceneFiles.Layout, train: Int, valid: Int, areMixed: Bool = true
    ) throws -> URL {
        let folder = scratch["\(layout)"]
        try SceneFiles(layout, train: train, valid: valid, size: 32, areMixed: areMixed).write(to: folder)
        return folder
    }

    @Test func `class folders read back as the same scenes`() throws {
        let folder = try written(.classFolders, train: 30, valid: 10, areMixed: false)
        let (train, valid) = (
            try ImageFolder(folder.appending(path: "train")), try ImageFolder(folder.appending(path: "valid"))
        )
        #expect(train.classes == SceneClass.allCases.map(\.name) && train.files.count == 30 && train.ignored == 0)
        #expect(valid.files.map(\.lastPathComponent).prefix(2) == ["airplane_0.png", "bird_0.png"])
        let scenes = try SceneImages.generated(train: 30, valid: 10, size: 32)
        #expect(try valid.readImages(.rgb).scalars == scenes.valid.images.scalars)
        // Here the classes take turns, there one follows another.
        let order = (0..<10).flatMap { kind in [0, 1, 2].map { 10 * $0 + kind } }
        #expect(try train.readImages(.rgb).scalars == scenes.train.images.rows(order).scalars)
    }

    @Test func `a class without a scene has no folder`() throws {
        let folder = try written(.classFolders, train: 12, valid: 3)
        #expect(try ImageFolder(folder.appending(path: "valid")).classes == ["airplane", "bird", "boat"])
    }

    @Test func `mixed files differ in size and kind, and are never smaller than asked for`() throws {
        let folder = try written(.namedFiles, train: 150, valid: 10)
        let files = try Listing(of: folder.appending(path: "images"))
        #expect(files.count == 160)
        let images = try files.map { try PNGImage(Data(contentsOf: $0)) }
        let sizes = images.map(\.header.size)
        #expect(sizes.allSatisfy { min($0.width, $0.height) == 32 && max($0.width, $0.height) <= 48 })
        #expect(Set(sizes).count > 15)
        let (grey, clear) = (images.filter(\.header.isGrey).count, images.filter(\.hasOpacity).count)
        #expect((3...20).contains(grey) && (3...20).contains(clear))
    }

    @Test func `a class is in the name of its files`() throws {
        let folder = try written(.namedFiles, train: 23, valid: 4)
        let names = try Listing(of: folder.appending(path: "images")).map(\.lastPathComponent)
        #expect(names.filter { $0.hasPrefix("bird_") } == ["bird_0.png", "bird_1.png", "bird_2.png", "bird_3.png"])
        #expect(names.filter { $0.hasPrefix("tree_") } == ["tree_0.png", "tree_1.png"])
        #expect(names.count == 27)
    }

    @Test func `a table lists labels, and another one boxes`() throws {
        let folder = try written(.labelTable, train: 40, valid: 10)
        let rows = try table(folder.appending(path: "train.csv"))
        #expect(rows[0] == ["fname", "labels", "is_valid"] && rows.count == 51)
        #expect(rows[40][2] == "False" && rows[41][0] == "000040.png" && rows[41][2] == "True")
        #expect(rows.contains { $0[1].isEmpty } && rows.contains { $0[1].contains(" ") })
        let boxes = try table(folder.appending(path: "boxes.csv")).dropFirst()
        for row in rows.dropFirst() {
            let image = try PNGImage(Data(contentsOf: folder.appending(path: "train/\(row[0])")))
            let own = boxes.filter { $0[0] == row[0] }
            #expect(Set(own.map { $0[1] }) == Set(row[1].split(separator: " ").map(String.init)))
            for box in own {
                let numbers = box[2...].compactMap { Int($0) }
                #expect(numbers[0] < numbers[2] && numbers[2] <= image.header.size.width)
                #expect(numbers[1] < numbers[3] && numbers[3] <= image.header.size.height)
            }
        }
    }

    @Test func `a third table lists three key points of every object, within its box`() throws {
        let folder = try written(.labelTable, train: 20, valid: 5)
        let boxes = try table(folder.appending(path: "boxes.csv")).dropFirst()
        let points = try table(folder.appending(path: "points.csv"))
        #expect(
            points[0] == ["fname", "label", "point", "x", "y", "is_visible"] && points.count == 1 + 3 * boxes.count)
        for (number, box) in boxes.enumerated() {
            let sides = box[2...].compactMap { Float($0) }
            for point in points[(1 + 3 * number)..<(4 + 3 * number)] {
                let (x, y) = (try #require(Float(point[3])), try #require(Float(point[4])))
                #expect(point[..<2] == box[..<2] && ["True", "False"].contains(point[5]))
                #expect((sides[0]...sides[2]).contains(x) && (sides[1]...sides[3]).contains(y))
            }
        }
    }

    @Test func `masks have the size of their images, and the codes of what is there`() throws {
        let folder = try written(.maskedImages, train: 12, valid: 3)
        let codes = try lines(folder.appending(path: "codes.txt"))
        #expect(codes.count == 11 && codes[0] == "background" && codes[10] == "tree")
        #expect(try lines(folder.appending(path: "valid.txt")) == ["000012.png", "000013.png", "000014.png"])
        var found: Set<UInt8> = []
        for file in try Listing(of: folder.appending(path: "images")) {
            let stem = file.deletingPathExtension().lastPathComponent
            let mask = try PNGImage(Data(contentsOf: folder.appending(path: "labels/\(stem)_P.png")))
            #expect(try mask.header.size == PNGImage(Data(contentsOf: file)).header.size)
            found.formUnion(try mask.decoded(.grey))
        }
        #expect(found.contains(0) && found.count > 5 && found.max()! <= 10)
    }

    @Test func `a stand-in is written once, and is another folder for other scenes`() throws {
        let cache = scratch["cache"]
        let files = try SceneFiles(.classFolders, train: 10, valid: 10, size: 32)
        let source = try DataSource(.folder("imagenette2-160"), standIn: "generated scenes", in: .nowhere) {
            try files.cached(in: cache)
        }
        let folder = try source.contents
        #expect(source.name == "generated scenes" && !source.isBooks)
        try Data().write(to: folder.appending(path: "mark"))
        #expect(try files.cached(in: cache) == folder)
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "mark").path))
        let others = try SceneFiles(.classFolders, train: 10, valid: 10, size: 32, classes: [.cat, .cup])
        #expect(try others.cached(in: cache) != folder)
        #expect(try FileManager.default.contentsOfDirectory(atPath: cache.appending(path: "generated").path).count == 2)
    }

    @Test func `a folder that is not empty is left alone, and wrong sizes are refused`() throws {
        try scratch.write("full/file", [1])
        let files = try SceneFiles(.namedFiles, train: 1, valid: 0, size: 32)
        let error = #expect(throws: DatasetError.self) { try files.write(to: scratch["full"]) }
        #expect(error?.problem == "is not empty" && scratch.contents == ["full", "full/file"])
        let inTheWay = #expect(throws: DatasetError.self) { try files.write(to: scratch["full/file"]) }
        #expect(inTheWay?.problem == "is a file, and a folder belongs there")
        #expect(throws: DatasetError.self) { try SceneFiles(.labelTable, train: -1) }
        #expect(throws: DatasetError.self) { try SceneFiles(.labelTable, train: .max) }
        #expect(throws: DatasetError.self) { try SceneFiles(.labelTable, size: 16) }
    }

    private func lines(_ file: URL) throws -> [String] {
        String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func table(_ file: URL) throws -> [[String]] {
        try lines(file).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
}
