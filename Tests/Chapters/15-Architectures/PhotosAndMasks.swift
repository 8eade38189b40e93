// Folders of pets and of street scenes, also such as are not as one would hope.

import ChapterSupport
import Common
import Datasets
import Foundation
import TestSupport
import Testing
import Text
import Vision

@testable import Chapter15

@Suite struct `15 Photos and masks` {
    private let limits = PhotoLimits(most: 100, side: 32)

    @Test func `pets are made smaller, and a broken or nameless photo is passed over`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "pets")
            try PetFiles(perBreed: 5, size: 48, breeds: Array(PetBreed.all.prefix(3))).write(to: place)
            let files = try photoFiles(in: place.appending(path: "images"), deeply: false)
            try Data([1, 2, 3]).write(to: files[0])
            try FileManager.default.copyItem(at: files[1], to: place.appending(path: "images/nobody.jpg"))
            let shouting = files[2].deletingPathExtension().appendingPathExtension("JPG")
            try FileManager.default.moveItem(at: files[2], to: shouting)
            let pets = try Pets(dataSet: place, limits)
            #expect(pets.photos.count == 14 && pets.breeds.count == 3 && pets.problems.count == 2)
            #expect(pets.photos.contains { $0.name == shouting.lastPathComponent }, "endings in capitals count")
            #expect(pets.photos.allSatisfy { min($0.photo.height, $0.photo.width) == 32 })
            #expect(pets.problems.contains { "\($0)".contains(files[0].lastPathComponent) })
            #expect(try Pets(dataSet: place, PhotoLimits(most: 12, side: 32)).photos.count >= 10)
        }
    }

    @Test func `reviews that are no texts are passed over, and the others keep their labels`() throws {
        try withFolder { folder in
            try GeneratedReviews(train: 20, test: 20, unlabelled: 10).write(to: folder)
            let files = try textFiles(in: folder, folders: ["train/neg"])
            try Data(repeating: 0, count: 20).write(to: files[1])
            let reviews = try Reviews(folder: folder, .init(train: 40, test: 40, unlabelled: 10))
            #expect(reviews.problems.map(\.file) == [files[1].path])
            let texts = Set(try files.filter { $0 != files[1] }.map { try TextFile($0).text })
            for (text, label) in zip(reviews.train.texts, reviews.train.labels) where label == 0 {
                #expect(texts.contains(text))
            }
            #expect(reviews.train.labels == (0..<reviews.train.texts.count).map { $0 % 2 == 0 ? 1 : 0 })
            for file in files.dropFirst(3) { try Data(repeating: 0, count: 20).write(to: file) }
            let error = #expect(throws: TextProblem.self) {
                try Reviews(folder: folder, .init(train: 40, test: 40, unlabelled: 10))
            }
            #expect(error?.file == folder.appending(path: "train/neg").path)
        }
    }

    @Test func `both parts of the photos for pairs have two breeds, or there is no split`() throws {
        for classes in [[0, 0, 0, 0, 0, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0, 0, 1, 1]] {
            let parts = try #require(try twoClassesEach(classes))
            #expect(parts.valid.count == 2 && Set(parts.valid.map { classes[$0] }).count == 2)
            #expect(Set(parts.train.map { classes[$0] }).count == 2)
        }
        #expect(try twoClassesEach([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]) == nil)
    }

    @Test func `pairs of four breeds are told to the end, without breeds to hold out`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "oxford-iiit-pet")
            try PetFiles(perBreed: 8, size: 48, breeds: Array(PetBreed.all.prefix(4))).write(to: place)
            let run = try ChapterRun(of: Architectures.self, sections: [3], .data(in: folder, .quick))
            #expect(run.outputs.contains { $0.text.contains("too few to hold out") })
        }
    }

    @Test func `too few pets are an error that names the folder and the first problem`() throws {
        try withFolder { folder in
            let images = folder.appending(path: "images")
            try makeFolder(images)
            try Data([1]).write(to: images.appending(path: "boxer_1.jpg"))
            let error = #expect(throws: PhotoProblem.self) { try Pets(dataSet: folder, limits) }
            #expect(error.map { "\($0)" }?.contains("boxer_1.jpg") == true)
            #expect(throws: (any Error).self) { try Pets(dataSet: folder.appending(path: "none"), limits) }
        }
    }

    @Test func `scenes come with masks of their size, in the parts that valid.txt says`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "scenes")
            try SceneFiles(.maskedImages, train: 6, valid: 3, size: 48).write(to: place)
            let scenes = try Streets(dataSet: place, limits)
            #expect(scenes.scenes.count == 9 && scenes.scenes.count(where: \.isValid) == 3)
            #expect(scenes.codes.count == 11 && scenes.void == nil)
            for scene in scenes.scenes {
                #expect(scene.mask.height == scene.photo.height && scene.mask.width == scene.photo.width)
                #expect(min(scene.photo.height, scene.photo.width) == 32)
            }
            // Without valid.txt, a fifth of them judge.
            try FileManager.default.removeItem(at: place.appending(path: "valid.txt"))
            #expect(try Streets(dataSet: place, limits).scenes.count(where: \.isValid) == 2)
        }
    }

    @Test func `a mask that is missing, of another size, in colour, or with a strange code is passed over and named`()
        throws
    {
        try withFolder { folder in
            let place = folder.appending(path: "scenes")
            try SceneFiles(.maskedImages, train: 10, valid: 4, size: 32, areMixed: false).write(to: place)
            let labels = place.appending(path: "labels")
            func write(_ photo: Photo, _ number: Int) throws {
                try photo.raster.writePNG(to: labels.appending(path: "00000\(number)_P.png"))
            }
            try FileManager.default.removeItem(at: labels.appending(path: "000000_P.png"))
            try write(Photo(height: 8, width: 8, pixels: .init(repeating: 0, count: 192)), 1)
            try write(Photo(height: 32, width: 32, pixels: (0..<3072).map { UInt8($0 % 3) }), 2)
            try write(Photo(height: 32, width: 32, pixels: .init(repeating: 200, count: 3072)), 3)
            let scenes = try Streets(dataSet: place, limits)
            #expect(scenes.scenes.count == 10 && scenes.problems.count == 4)
            for (number, problem) in scenes.problems.enumerated() {
                #expect("\(problem)".contains("00000\(number)_P.png"))
            }
            try Data("sky\n".utf8).write(to: place.appending(path: "codes.txt"))
            #expect(throws: DatasetError.self) { try Streets(dataSet: place, limits) }
        }
    }

    @Test func `the code of void is found whatever its letters are`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "scenes")
            try SceneFiles(.maskedImages, train: 3, valid: 2, size: 32).write(to: place)
            let codes = (0..<10).map { "thing \($0)" } + ["Void"]
            try Data(codes.joined(separator: "\n").utf8).write(to: place.appending(path: "codes.txt"))
            #expect(try Streets(dataSet: place, limits).void == 10)
        }
    }
}
