// What readers bring along: `--image FILE`, photos of any size, folders that are not as they should be.

import Chapter18
import ChapterSupport
import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import TestSupport
import Testing

@Suite struct `18 Pictures of one's own` {
    @Test(arguments: [(1, 1), (1, 9), (5000, 20), (20, 500), (64, 64), (65, 90)])
    func `a picture of any size becomes a square`(_ width: Int, _ height: Int) {
        let picture = prepared(Raster(width: width, height: height, fill: Colour(255, 0, 51)), side: 64)
        #expect(picture.shape == [3, 64, 64])
        expectClose(picture[0], .ones(64, 64), absolute: 1e-5)
        expectClose(picture[2], .full(0.2, [64, 64]), absolute: 1e-5)
    }

    @Test func `a grey picture has three equal channels, and the square is the middle`() {
        let grey = Raster(width: 3, height: 1, pixels: [0, 102, 255])
        let picture = prepared(grey, side: 2)
        #expect(picture.shape == [3, 2, 2])
        expectClose(picture, .full(0.4, [3, 2, 2]), absolute: 1e-6)
    }

    @Test func `the section shows the reader's picture`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "mine.png")
            try Raster(width: 90, height: 40, fill: .sky).writePNG(to: file)
            let run = try WhereItLooks.$ownPictureFile.withValue(file) {
                try ChapterRun(of: WhereItLooks.self, sections: [6], .standIn(.quick))
            }
            #expect(run.outputs.contains { $0.caption.hasPrefix("What speaks for either kind") })

            try Data("no picture".utf8).write(to: file)
            let error = #expect(throws: (any Error).self) {
                try WhereItLooks.$ownPictureFile.withValue(file) {
                    try ChapterRun(of: WhereItLooks.self, sections: [6], .standIn(.quick))
                }
            }
            #expect(error.map { "\($0)" }?.contains("mine.png") == true)
        }
    }

    @Test func `photos of pets are labelled by their names`() throws {
        try withFolder { folder in
            let images = folder.appending(path: "images")
            try FileManager.default.createDirectory(at: images, withIntermediateDirectories: true)
            for number in 1...5 {
                try Raster(width: 20 + number, height: 30, fill: .red)
                    .writePNG(to: images.appending(path: "Abyssinian_\(number).png"))
                try Raster(width: 30, height: 20, channels: 1, pixels: [UInt8](repeating: 0, count: 600))
                    .writePNG(to: images.appending(path: "beagle_\(number).png"))
            }
            let set = try PictureSet.pets(in: folder, atMost: 100)
            #expect(set.names == ["dog", "cat"] && set.valid.labels.count == 2 && set.train.labels.count == 8)
            for part in [set.train, set.valid] {
                #expect(part.pixels.shape == [part.labels.count, 3, 64, 64])
                for (number, label) in part.labels.enumerated() {
                    #expect((part.pixels[number, 0, 0, 0].item > 0.5) == (label == 1))  // the cats are red
                }
            }
        }
        let error = #expect(throws: DatasetError.self) {
            try PictureSet.pets(in: URL(filePath: "/no/such/folder"), atMost: 4)
        }
        #expect(error?.description.contains("/no/such/folder") == true)
    }

    @Test func `the mark is in the corner of some pictures, and nowhere else`() {
        let images = ByteTensor(repeating: 100, shape: [3, 64, 64, 3])
        let found = marked(images, [1])
        #expect(found[0].scalars == images[0].scalars && found[2].scalars == images[2].scalars)
        let changed = (0..<64).map { row in
            (0..<64).map { column in found[1, row, column].scalars != [100, 100, 100] }
        }
        let corner = (0..<64).map { row in
            (0..<64).map { column in (2..<10).contains(row) && (2..<10).contains(column) }
        }
        #expect(changed == corner)
        #expect(Set(found[1, 2..<10, 2..<10].scalars) == [0, 255])
    }

    @Test func `pictures of a single colour are scaled to 0, not divided by 0`() {
        let scaling = ChannelScaling(of: .full(0.3, [4, 3, 8, 8]))
        expectClose(scaling(.full(0.3, [2, 3, 8, 8])), .zeros(2, 3, 8, 8), absolute: 1e-5)
        expectClose(scaling.decode(.zeros(3, 8, 8)), .full(0.3, [3, 8, 8]), absolute: 1e-5)
    }

    @Test func `class folders are read whatever the validation folder is called`() throws {
        try withFolder { folder in
            for part in ["train", "test"] {
                for (kind, colour) in [("airplane", Colour.red), ("bird", .blue), ("cat", .white)] {
                    let place = folder.appending(path: part).appending(path: kind)
                    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                    for number in 1...3 {
                        try Raster(width: 32, height: 32, fill: colour)
                            .writePNG(to: place.appending(path: "\(number).png"))
                    }
                }
            }
            let set = try PictureSet.classFolders(in: folder, atMost: 12)
            #expect(set.names == ["airplane", "bird"])
            #expect(set.train.labels == [0, 0, 0, 1, 1, 1] && set.valid.labels == [0, 0, 0, 1, 1, 1])
            #expect(set.train.pixels.shape == [6, 3, 64, 64])
            #expect(set.valid.pixels[0, 0].min().item == set.valid.pixels[0, 0].max().item)
            #expect(set.valid.pixels[5, 2].min().item > 0.5 && set.valid.pixels[0, 2].max().item < 0.5)
        }
    }

    @Test func `a folder with one kind of pictures is refused, and so are pets of one kind`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "train/bird")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try Raster(width: 32, height: 32, fill: .red).writePNG(to: place.appending(path: "1.png"))
            let error = #expect(throws: DatasetError.self) { try PictureSet.classFolders(in: folder, atMost: 12) }
            #expect(error?.description.contains("two kinds, found “bird” alone\n  try: a folder for each kind") == true)

            let images = folder.appending(path: "images")
            try FileManager.default.createDirectory(at: images, withIntermediateDirectories: true)
            for name in ["Abyssinian_1.png", "._beagle_1.png", "beagle_1.mat"] {
                try Raster(width: 20, height: 20, fill: .red).writePNG(to: images.appending(path: name))
            }
            let other = #expect(throws: DatasetError.self) { try PictureSet.pets(in: folder, atMost: 12) }
            #expect(other?.description.contains("none of one kind") == true)
        }
    }

    @Test func `photos that cannot be read are named, counted and passed over`() throws {
        try withFolder { folder in
            for part in ["train", "valid"] {
                for kind in ["cats", "dogs"] {
                    let place = folder.appending(path: part).appending(path: kind)
                    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                    for number in 1...3 {
                        try Raster(width: 40 + number, height: 32, fill: kind == "cats" ? .red : .blue)
                            .writePNG(to: place.appending(path: "\(number).png"))
                    }
                    try Data("GIF89a".utf8).write(to: place.appending(path: "2.jpg"))
                    try Data().write(to: place.appending(path: "4.PNG"))
                }
            }
            let set = try PictureSet.classFolders(in: folder, atMost: 100)
            #expect(set.train.labels == [0, 0, 0, 1, 1, 1] && set.valid.labels == [0, 0, 0, 1, 1, 1])
            #expect(set.problems.count == 8 && set.problems.allSatisfy { $0.contains("2.jpg") || $0.contains("4.PNG") })
            #expect(set.train.pixels[0, 0].min().item > 0.5 && set.train.pixels[5, 0].max().item < 0.5)

            let bad = folder.appending(path: "train/dogs/2.jpg")
            let error = #expect(throws: DatasetError.self) { try readPhotos([bad], side: 64) }
            #expect(error?.description.contains("2.jpg") == true)
        }
    }

    @Test func `pets have outlines where each photo has one`() throws {
        try withFolder { folder in
            let (images, maps) = (folder.appending(path: "images"), folder.appending(path: "annotations/trimaps"))
            for place in [images, maps] {
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            }
            // The left half is the pet: 1, a rim of 3, and 2 for what is behind.
            let trimap = Raster(width: 8, height: 8, pixels: (0..<64).map { [1, 1, 1, 3, 2, 2, 2, 2][$0 % 8] })
            for name in ["Abyssinian_1", "beagle_1", "beagle_2", "Bengal_3", "pug_4"] {
                try Raster(width: 30, height: 30, fill: .red).writePNG(to: images.appending(path: name + ".png"))
                try trimap.writePNG(to: maps.appending(path: name + ".png"))
            }
            let set = try PictureSet.pets(in: folder, atMost: 100)
            let outlines = try #require(set.outlines)
            #expect(outlines.shape == [1, 64, 64])
            #expect(outlines[0, 10, 0..<28].scalars.allSatisfy { $0 == 1 })
            #expect(outlines[0, 10, 36..<64].scalars.allSatisfy { $0 == 0 })
            for name in ["Abyssinian_1", "beagle_1", "beagle_2", "Bengal_3", "pug_4"] {
                try FileManager.default.removeItem(at: maps.appending(path: name + ".png"))
            }
            #expect(try PictureSet.pets(in: folder, atMost: 100).outlines == nil)
        }
    }
}

@Suite struct `18 On real pictures` {
    @Test(.enabled(if: realData("cifar_birds_airplanes") != nil))
    func `birds and airplanes are read, and looked at`() throws {
        let run = try ChapterRun(
            of: WhereItLooks.self, sections: [6], .data(in: realData("cifar_birds_airplanes"), .quick))
        #expect(run.dataName.hasPrefix("cifar_birds_airplanes"))
        #expect(run["pictures/error-rate"] != nil)
        #expect(run.outputs.contains { $0.text.contains("bird") && $0.text.contains("airplane") })
    }

    /// The net of others sees the same pictures, where its weights are.
    @Test(.enabled(if: realData("oxford-iiit-pet") != nil))
    func `photos of pets are read as JPEG, with their outlines`() throws {
        let locator = DataLocator(dataFolder: realData("oxford-iiit-pet"), environment: [:])
        let folder = try #require(locator.find("oxford-iiit-pet").found?.folder)
        let set = try PictureSet.pets(in: folder, atMost: 60)
        #expect(set.train.labels.count + set.valid.labels.count + set.problems.count == 75)
        let outlines = try #require(set.outlines)
        #expect(outlines.shape == [set.valid.labels.count, 64, 64])
        let share = Float(outlines.scalars.count { $0 == 1 }) / Float(outlines.count)
        #expect(share > 0.2 && share < 0.8)
    }
}
