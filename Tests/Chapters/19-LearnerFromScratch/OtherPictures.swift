// Sections 19.1 to 19.4 on pictures of a reader's own, on too few of them, and on birds and airplanes.

import Chapter19
import ChapterSupport
import Datasets
import Figures
import Foundation
import Notebook
import TestSupport
import Testing

@Suite struct `Chapter 19 on other pictures` {
    @Test func `names the folder when there are no PNG files in it, or too few`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "imagenette2-160-png")
            try touch("train/n01/a.JPEG", "train/n02/b.JPEG", "val/n01/c.JPEG", in: place)
            for few in [[], ["ant", "bee"]] {
                _ = try writePictures(few, each: 15, in: place)
                let error = #expect(throws: (any Error).self) {
                    try ChapterRun(of: LearnerFromScratch.self, sections: [2], .data(in: folder, .quick))
                }
                let message = error.map { "\($0)" } ?? ""
                #expect(message.contains(place.path) && message.contains("found \(15 * few.count) and 0"), "\(message)")
            }
        }
    }

    @Test func `passes over what cannot be opened, and what is in the wrong place`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "cifar_birds_airplanes")
            let train = try writePictures(["bird", "airplane"], each: 18, in: place)
            _ = try writePictures(["bird", "airplane"], each: 2, in: place, part: "test")
            let whole = try Data(contentsOf: train[0])
            try whole.prefix(whole.count / 2).write(to: train[3])
            try Data().write(to: train[20])
            try Data("GIF89a".utf8).write(to: train[21])
            for stray in ["stray.png", "train/stray.png"] { try whole.write(to: place.appending(path: stray)) }
            let run = try ChapterRun(of: LearnerFromScratch.self, sections: [1, 2, 4], .data(in: folder, .quick))
            #expect(run["split/train"] == 33 && run["split/valid"] == 4 && run["labels/classes"] == 2)
            #expect(run["first-batch/items"] == 33)
            let shown = run.outputs.map { $0.caption + $0.text }.joined(separator: "\n")
            #expect(shown.contains("37 of 40") && shown.contains("left out: train/bird/3.png"))
        }
    }

    @Test func `runs on pictures of one colour`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "cifar_birds_airplanes")
            for (part, count) in [("train", 20), ("test", 3)] {
                for file in try writePictures(["bird", "airplane"], each: count, in: place, part: part) {
                    try Raster(width: 8, height: 8, channels: 3, pixels: [UInt8](repeating: 0, count: 192))
                        .writePNG(to: file)
                }
            }
            let run = try ChapterRun(of: LearnerFromScratch.self, sections: [2, 4], .data(in: folder, .quick))
            #expect(run["simple-cnn/classes"] == 2)
        }
    }

    @Test func `names classes that there is nothing to learn of`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "cifar_birds_airplanes")
            _ = try writePictures(["bird", "airplane"], each: 20, in: place)
            _ = try writePictures(["bird", "cat"], each: 2, in: place, part: "test")
            let error = #expect(throws: (any Error).self) {
                try ChapterRun(of: LearnerFromScratch.self, sections: [1], .data(in: folder, .quick))
            }
            #expect(error.map { "\($0)" }?.contains(#"["cat"]"#) == true)
        }
    }

    @Test func `runs on pictures of several sizes and modes`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "cifar_birds_airplanes")
            let train = try writePictures(["bird", "airplane"], each: 17, in: place)
            let test = try writePictures(["bird", "airplane"], each: 2, in: place, part: "test")
            for (file, odd) in zip([train[3], train[20], test[1]], ["pillow-L", "pillow-RGBA", "pillow-P"]) {
                try Data(contentsOf: fixture("Others/PNG/\(odd).png")).write(to: file)
            }
            let run = try ChapterRun(of: LearnerFromScratch.self, sections: [1, 2, 3, 4], .data(in: folder, .quick))
            #expect(run["split/train"] == 34 && run["split/valid"] == 4 && run["labels/classes"] == 2)
            #expect(run["first-batch/items"] == 34 && run["simple-cnn/classes"] == 2)
        }
    }

    @Test(.enabled(if: realData("cifar_birds_airplanes") != nil))
    func `finds the 12,000 birds and airplanes`() throws {
        let folder = realData("cifar_birds_airplanes")
        let run = try ChapterRun(of: LearnerFromScratch.self, sections: [1], .data(in: folder, .quick))
        #expect(run["split/train"] == 10_000 && run["split/valid"] == 2_000)
        #expect(run["first-picture/height"] == 32 && run["first-picture/channels"] == 3)
    }
}
