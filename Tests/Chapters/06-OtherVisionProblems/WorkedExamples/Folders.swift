// Tables and folders that are not as one would hope.

import Common
import Datasets
import Foundation
import Notebook
import Tabular
import TestSupport
import Testing
import Vision

@testable import Chapter06

@Suite struct `6.1 A table of photos` {
    private func photos(_ text: String) throws -> LabelledPhotos {
        try withFolder { folder in
            try Data(text.utf8).write(to: folder.appending(path: "train.csv"))
            return try LabelledPhotos(dataSet: folder)
        }
    }

    @Test func `is read in any order of columns, with and without labels`() throws {
        let rows = try photos("is_valid,labels,fname\r\nTrue,car person,7.jpg\r\nFalse,,8.jpg\r\n").rows
        #expect(rows.map(\.fname) == ["7.jpg", "8.jpg"] && rows.map(\.isValid) == [true, false])
        #expect(rows.map(labelsOf) == [["car", "person"], []])
    }

    @Test(arguments: [
        "fname,labels\n7.jpg,car\n", "labels,is_valid\ncar,True\n", "fname,labels,is_valid\n7.jpg,car,perhaps\n",
        "fname,labels,is_valid\n7.jpg,car,\n8.jpg,car,True\n", "fname,labels,is_valid\n,car,True\n", "",
        "fname,labels,is_valid\n7.jpg,,True\n8.jpg,,False\n", "fname,labels,is_valid\n../7.jpg,car,True\n",
        "fname,labels,is_valid\n7.jpg,car,True\nnew/../../8.jpg,car,False\n",
    ])
    func `that is not as expected is refused by name`(_ text: String) {
        let error = #expect(throws: TableProblem.self) { try photos(text) }
        #expect(error.map { "\($0)" }?.contains("train.csv") == true)
    }

    @Test func `with photos that cannot be read leaves them out`() throws {
        try withFolder { folder in
            try ThingFiles(train: 6, valid: 6, size: 32).write(to: folder.appending(path: "pascal_2007"))
            let data = folder.appending(path: "pascal_2007")
            let names = try LabelledPhotos(dataSet: data).rows.map(\.fname)
            try Data("no photo".utf8).write(to: data.appending(path: "train/\(names[3])"))
            try FileManager.default.removeItem(at: data.appending(path: "train/\(names[5])"))
            let readable = Set(VerifiedPhotos(try LabelledPhotos(dataSet: data).rows.map(photoOf)).readable)
            #expect(readable.count == 10 && !readable.contains { $0.lastPathComponent == names[3] })
        }
    }
}

@Suite struct `6 A folder of the reader` {
    /// Few photos, or few classes: then some questions have no two answers to choose from.
    @Test(arguments: ["car person", "car"])
    func `may have few photos and few classes`(_ labels: String) throws {
        try withFolder { folder in
            let data = folder.appending(path: "pascal_2007")
            try makeFolder(data.appending(path: "train"))
            var table = "fname,labels,is_valid\n"
            for number in 0..<12 {
                let photo = Photo(height: 20, width: 24, pixels: (0..<1440).map { UInt8(($0 * (number + 3)) % 256) })
                try photo.raster.writePNG(to: data.appending(path: "train/\(number).png"))
                table += "\(number).png,\(number % 3 == 0 ? "" : labels),\(number % 2 == 0 ? "True" : "False")\n"
            }
            try Data(table.utf8).write(to: data.appending(path: "train.csv"))
            var options = RunOptions()
            (options.size, options.dataFolder) = (.quick, folder)
            let run = try Run.capture(OtherVisionProblems.self, sections: [1, 2, 3], options: options)
            #expect(run.records.contains { $0.name == "own-photo/threshold" })
        }
    }
}

@Suite struct `6.4 Faces` {
    /// In both folders one picture, each in a table with one place.
    private func faces(training: String, test: String, isPhoto: Bool, in folder: URL) throws {
        for (part, name) in [("training", training), ("test", test)] {
            let data = folder.appending(path: "facial_keypoints")
            try makeFolder(data.appending(path: part))
            try Data("name,0,1\n\(name),3,4\n".utf8).write(to: data.appending(path: "\(part)_frames_keypoints.csv"))
            let file = data.appending(path: "\(part)/\(name)")
            if isPhoto {
                try Photo(height: 8, width: 9, pixels: .init(repeating: 90, count: 216)).raster.writePNG(to: file)
            } else {
                try Data("no photo".utf8).write(to: file)
            }
        }
    }

    private func problem(in folder: URL) throws -> String? {
        var options = RunOptions()
        (options.size, options.dataFolder) = (.quick, folder)
        let run = try Run.capture(OtherVisionProblems.self, sections: [1], options: options)
        return try Run.$current.withValue(run) {
            let chapter = try OtherVisionProblems(run)
            let error = #expect(throws: DatasetError.self) { try chapter.strangeFaces }
            return error.map { "\($0)" }
        }
    }

    @Test func `that cannot be read, and people who are on both sides, are errors that name the folder`() throws {
        try withFolder { folder in
            try faces(training: "ada_1.png", test: "bob_1.png", isPhoto: false, in: folder)
            #expect(try problem(in: folder)?.contains("facial_keypoints/training") == true)
            try faces(training: "ada_1.png", test: "ada_2.png", isPhoto: true, in: folder)
            try FileManager.default.removeItem(at: folder.appending(path: "facial_keypoints/test/bob_1.png"))
            #expect(try problem(in: folder)?.contains("everybody") == true)
        }
    }
}

@Suite struct `6.3 Bears` {
    @Test func `need two kinds at least`() throws {
        try withFolder { folder in
            try makeFolder(folder.appending(path: "teddy"))
            let photo = Photo(height: 8, width: 9, pixels: .init(repeating: 90, count: 216))
            try photo.raster.writePNG(to: folder.appending(path: "teddy/1.png"))
            let error = #expect(throws: PhotoProblem.self) { try Bears(dataSet: folder) }
            #expect(error.map { "\($0)" }?.contains(folder.path) == true)
            try makeFolder(folder.appending(path: "grizzly"))
            try photo.raster.writePNG(to: folder.appending(path: "grizzly/1.png"))
            #expect(try Bears(dataSet: folder).kinds.sorted() == ["grizzly", "teddy"])
        }
    }

    @Test func `side by side are as wide as both`() {
        let (a, b) = (
            Photo(height: 2, width: 1, pixels: [1, 1, 1, 2, 2, 2]),
            Photo(height: 2, width: 1, pixels: [3, 3, 3, 4, 4, 4])
        )
        #expect(joined(a, b) == Photo(height: 2, width: 2, pixels: [1, 1, 1, 3, 3, 3, 2, 2, 2, 4, 4, 4]))
    }
}
