// Folders of photos of any kind, and what is said of those that cannot be used.

import Chapter07
import Datasets
import Figures
import Foundation
import TestSupport
import Testing
import Vision

@Suite struct `Chapter 7 on folders of other photos` {
    private let limits = Photographs.Limits(train: 100, valid: 100, side: 16, inMemory: true)

    @Test func `photos of any size, grey ones among them, in two parts`() throws {
        try withFolder { folder in
            try writePhotos(to: folder)
            let photographs = try Photographs(folder: folder, limits)
            #expect(photographs.classes == ["dots", "tench"] && photographs.problems.isEmpty)
            #expect(photographs.photos.count == 16 && photographs.photos.count(where: \.isValid) == 4)
            #expect(Set(photographs.photos.map(\.label)) == ["dots", "tench"])
            // At most so many, evenly from all classes.
            var few = limits
            (few.train, few.valid) = (6, 2)
            let some = try Photographs(folder: folder, few)
            #expect(some.photos.map(\.label).count { $0 == "dots" } == 4 && some.photos.count == 8)
        }
    }

    @Test func `files that cannot be read are kept as problems that name them`() throws {
        try withFolder { folder in
            try writePhotos(to: folder)
            try Data("no photo".utf8).write(to: folder.appending(path: "train/dots/1.png"))
            try Data().write(to: folder.appending(path: "val/n01440764/0.png"))
            let photographs = try Photographs(folder: folder, limits)
            #expect(photographs.photos.count == 14 && photographs.problems.count == 2)
            for name in ["train/dots/1.png", "val/n01440764/0.png"] {
                #expect(photographs.problems.contains { $0.file.hasSuffix(name) })
            }
        }
    }

    @Test(arguments: ["train", "val"]) func `a class with nothing readable, or a missing part, is an error`(
        _ part: String
    ) throws {
        try withFolder { folder in
            try writePhotos(to: folder)
            let place = folder.appending(path: "\(part)/dots")
            for name in try FileManager.default.contentsOfDirectory(atPath: place.path) {
                try Data("no photo".utf8).write(to: place.appending(path: name))
            }
            let error = #expect(throws: DatasetError.self) { try Photographs(folder: folder, limits) }
            #expect(error.map { "\($0)" }?.contains("“dots”") == true)
            try FileManager.default.removeItem(at: folder.appending(path: part))
            #expect(throws: DatasetError.self) { try Photographs(folder: folder, limits) }
        }
    }

    @Test func `the stand-in has photos of many shapes, and the same ones every time`() throws {
        let few = Photographs.Limits(train: 20, valid: 10, side: 32, inMemory: true)
        let (one, other) = (
            try Photographs.generated(few, size: 32, seed: 3), try Photographs.generated(few, size: 32, seed: 3)
        )
        #expect(one.photos.count == 30 && one.classes.count == 10)
        let sizes = try Set(one.photos.map { "\(try $0.photo.opened().size)" })
        #expect(sizes.count > 5)
        func pixels(_ photographs: Photographs) throws -> [[UInt8]] {
            try photographs.photos.map { try $0.photo.opened().photo().pixels }
        }
        #expect(try pixels(one) == pixels(other))
    }
}

/// Two classes, 6 photos each to learn from and 2 to be judged by.
private func writePhotos(to folder: URL) throws {
    let sizes = [(64, 64), (90, 40), (30, 70)]
    for (part, count) in [("train", 6), ("val", 2)] {
        for (kind, name) in ["dots", "n01440764"].enumerated() {
            let place = folder.appending(path: "\(part)/\(name)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for number in 0..<count {
                let ((width, height), channels) = (sizes[number % sizes.count], number % 3 == 0 ? 1 : 3)
                let pixels = (0..<width * height * channels).map { UInt8(($0 * (7 * kind + number + 1)) % 256) }
                let picture = Raster(width: width, height: height, channels: channels, pixels: pixels)
                try picture.writePNG(to: place.appending(path: "\(number).png"))
            }
        }
    }
}
