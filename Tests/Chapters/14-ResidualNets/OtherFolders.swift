// Folders of pictures of any kind, and what is said of those that cannot be used.

import Chapter14
import ChapterSupport
import Figures
import Foundation
import Notebook
import TestSupport
import Testing

@Suite struct `Chapter 14 on other pictures` {
    @Test func `pictures of any size, grey ones among them, are brought to one`() throws {
        try withFolder { folder in
            try writePictures(to: folder)
            let run = try ChapterRun(of: ResidualNets.self, sections: [1], .data(in: folder, .quick))
            #expect(run.dataName == "imagenette2-160")
            #expect(run.outputs.contains { $0.text == "[20, 3, 64, 64]" })
            #expect(run.outputs.contains { $0.text == "dots, stripes" })
        }
    }

    @Test func `a photograph is known by what it holds, and a class by its name in words.txt`() throws {
        try withFolder { folder in
            try writePictures(to: folder)
            let place = folder.appending(path: "imagenette2-160")
            let jpeg = projectFolder.appending(path: "Tests/Fixtures/Others/JPEG/pillow-RGB.jpg")
            for name in ["train/dots/a.JPEG", "train/stripes/b.jpg", "train/dots/3.png"] {
                let file = place.appending(path: name)
                try? FileManager.default.removeItem(at: file)
                try FileManager.default.copyItem(at: jpeg, to: file)
            }
            try Data("dots\tpoints, spots\r\nstripes\t,\n\nn0\n".utf8).write(to: place.appending(path: "words.txt"))
            let run = try ChapterRun(of: ResidualNets.self, sections: [1], .data(in: folder, .quick))
            #expect(run.outputs.contains { $0.text == "[22, 3, 64, 64]" })
            #expect(run.outputs.contains { $0.text == "points, stripes" })
            #expect(!run.outputs.contains { $0.text.contains("passed over") })
        }
    }

    @Test func `Imagenette's classes have names`() throws {
        try withFolder { folder in
            try writePictures(to: folder)
            let place = folder.appending(path: "imagenette2-160")
            for part in ["train", "val"] {
                try FileManager.default.moveItem(
                    at: place.appending(path: "\(part)/dots"), to: place.appending(path: "\(part)/n01440764"))
            }
            let run = try ChapterRun(of: ResidualNets.self, sections: [1], .data(in: folder, .quick))
            #expect(run.outputs.contains { $0.text == "tench, stripes" })
        }
    }

    /// One is no picture, one is empty, one is cut short.
    @Test func `pictures that cannot be read are named, counted and passed over`() throws {
        try withFolder { folder in
            try writePictures(to: folder)
            let place = folder.appending(path: "imagenette2-160")
            try Data("no picture".utf8).write(to: place.appending(path: "train/dots/3.png"))
            try Data().write(to: place.appending(path: "val/dots/0.png"))
            let whole = try Data(contentsOf: place.appending(path: "train/stripes/1.png"))
            try whole.prefix(whole.count / 2).write(to: place.appending(path: "train/stripes/1.png"))
            let run = try ChapterRun(of: ResidualNets.self, sections: [1], .data(in: folder, .quick))
            #expect(run.outputs.contains { $0.text == "[18, 3, 64, 64]" })
            let notice = try #require(run.outputs.first { $0.text.contains("passed over") })
            for word in ["3 pictures", "train/dots/3.png", "val/dots/0.png", "train/stripes/1.png"] {
                #expect(notice.text.contains(word))
            }
        }
    }

    @Test(arguments: ["train", "val"])
    func `a class of which nothing can be read is an error that names it`(_ part: String) throws {
        try withFolder { folder in
            try writePictures(to: folder)
            let place = folder.appending(path: "imagenette2-160/\(part)/dots")
            for name in try FileManager.default.contentsOfDirectory(atPath: place.path) {
                try Data("no picture".utf8).write(to: place.appending(path: name))
            }
            let error = #expect(throws: (any Error).self) {
                try ChapterRun(of: ResidualNets.self, sections: [1], .data(in: folder, .quick))
            }
            let text = error.map { "\($0)" } ?? ""
            #expect(text.contains("\(part)/dots: none of the pictures in it can be read") && text.contains("/0.png"))
        }
    }

    @Test(arguments: ["train", "val"]) func `a part that is missing is named`(_ part: String) throws {
        try withFolder { folder in
            try writePictures(to: folder)
            try FileManager.default.removeItem(at: folder.appending(path: "imagenette2-160/\(part)"))
            let error = #expect(throws: (any Error).self) {
                try ChapterRun(of: ResidualNets.self, sections: [1], .data(in: folder, .quick))
            }
            #expect(error.map { "\($0)" }?.contains("imagenette2-160/\(part)") == true)
        }
    }

    @Test func `too few training pictures are counted`() throws {
        try withFolder { folder in
            try writePictures(each: 3, to: folder)
            let error = #expect(throws: (any Error).self) {
                try ChapterRun(of: ResidualNets.self, sections: [1], .data(in: folder, .quick))
            }
            #expect(error.map { "\($0)" }?.contains("found were 6 of dots, stripes") == true)
        }
    }
}

/// Two classes of pictures laid out as Imagenette: square, wide, high, a single pixel; colour, and every third grey.
private func writePictures(each: Int = 10, to folder: URL) throws {
    let sizes = [(64, 64), (200, 90), (30, 170), (1, 1), (500, 2)]
    for (part, count) in [("train", each), ("val", 4)] {
        for (kind, name) in ["dots", "stripes"].enumerated() {
            let place = folder.appending(path: "imagenette2-160/\(part)/\(name)")
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
