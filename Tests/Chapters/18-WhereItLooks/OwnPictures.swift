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
    @Test func `the option --image is taken out of the others`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "my cat.png")
            try Raster(width: 3, height: 2, fill: .red).writePNG(to: file)
            for arguments in [["--quick", "--image", file.path], ["--image=\(file.path)", "--quick"]] {
                let found = try WhereItLooks.imageOption(in: arguments)
                #expect(found.picture?.path == file.path && found.others == ["--quick"])
            }
        }
        let none = try WhereItLooks.imageOption(in: ["--section", "5"])
        #expect(none.picture == nil && none.others == ["--section", "5"])
    }

    @Test(arguments: [
        (["--image"], "name a PNG file after it"),
        (["--image", "/no/such.png"], "/no/such.png: there is no such file"),
        (["--image=a.png", "--image", "b.png"], "one picture at a time"),
    ])
    func `a wrong option is refused in a sentence`(_ arguments: [String], _ words: String) {
        let error = #expect(throws: Refusal.self) { try WhereItLooks.imageOption(in: arguments) }
        #expect(error?.description.contains(words) == true)
    }

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
            let run = try WhereItLooks.$ownPicture.withValue(file) {
                try ChapterRun(of: WhereItLooks.self, sections: [5], .standIn(.quick))
            }
            #expect(run.outputs.contains { $0.caption == "What speaks for either kind" })

            try Data("no picture".utf8).write(to: file)
            let error = #expect(throws: (any Error).self) {
                try WhereItLooks.$ownPicture.withValue(file) {
                    try ChapterRun(of: WhereItLooks.self, sections: [5], .standIn(.quick))
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
        let images = Tensor.full(0.5, [3, 3, 64, 64])
        let found = marked(images, [1])
        #expect(found[0].scalars == images[0].scalars && found[2].scalars == images[2].scalars)
        let changed = (found[1] - images[1]).abs()
        #expect(Tensor(changed .> 0).sum().item == 3 * 64)
        #expect(changed[0..., 2..<10, 2..<10].min().item == 0.5)
    }
}

@Suite struct `18 On real pictures` {
    @Test(.enabled(if: realData("cifar_birds_airplanes") != nil))
    func `birds and airplanes are read, and looked at`() throws {
        let run = try ChapterRun(
            of: WhereItLooks.self, sections: [5], .data(in: realData("cifar_birds_airplanes"), .quick))
        #expect(run.dataName == "cifar_birds_airplanes")
        #expect(run["pictures/error-rate"] != nil)
        #expect(run.outputs.contains { $0.text.contains("bird") && $0.text.contains("airplane") })
    }
}
