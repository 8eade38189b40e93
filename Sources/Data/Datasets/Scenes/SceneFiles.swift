// Scenes as PNG files, in the layouts of the book's data sets, so that what reads those can be tried without them.
//
//     layout           files                                          as in
//     .classFolders    train/bird/bird_12.png  valid/…                Imagenette
//     .namedFiles      images/bird_12.png                             Pets
//     .labelTable      train/000012.png  train.csv  boxes.csv         PASCAL
//                      points.csv                                     (key points, as in BIWI)
//     .maskedImages    images/000012.png  labels/000012_P.png         CamVid
//                      codes.txt  valid.txt
//
// Files of the world are not all alike, and code that reads them must not expect it. So these are mixed, unless
// `areMixed` is false: the longer side is up to half as long again as the shorter one, one picture in 16 is grey, and
// one in 16 has a channel for opacity.

import Common
import Foundation
import Kernels
import PNGFormat
import Synchronization
import Tensors

/// A folder of scenes.
public struct SceneFiles: Sendable {
    /// How files are named, and what is beside them.
    public enum Layout: String, CaseIterable, Sendable {
        /// A folder for each class in `train` and `valid`.
        case classFolders
        /// The class in the file's name, all files in `images`.
        case namedFiles
        /// Scenes with several labels. `train.csv` has the columns fname, labels and is_valid. `boxes.csv` has a row
        /// for every object: fname, label, left, top, right and bottom, in pixels; right and bottom are the first
        /// beyond. `points.csv` has three rows for every object, in the order of `boxes.csv`: fname, label, point (its
        /// name), x, y and is_visible.
        case labelTable
        /// Scenes with a mask for each: its pixels are numbers of lines in `codes.txt`, counted from 0.
        case maskedImages
    }

    public let layout: Layout
    /// How many scenes there are for training and for validation.
    public let train, valid: Int
    /// The shorter side of a picture.
    public let size: Int
    public let classes: [SceneClass]
    /// How many objects a scene has.
    public let objects: ClosedRange<Int>
    /// Whether pictures differ in shape and kind.
    public let areMixed: Bool
    public let seed: UInt64
    private let plans: [ScenePlan]

    /// - Throws: `DatasetError` when there are no such scenes.
    public init(
        _ layout: Layout, train: Int = 5000, valid: Int = 1000, size: Int = 64,
        classes: [SceneClass] = SceneClass.allCases, areMixed: Bool = true, seed: UInt64 = 42
    ) throws(DatasetError) {
        try ScenePlan.check(count: train, size: size)
        try ScenePlan.check(count: valid, size: size)
        let objects = layout == .classFolders || layout == .namedFiles ? 1...1 : 0...4
        plans = [
            try ScenePlan(classes, objects: objects, part: .train, seed: seed),
            try ScenePlan(classes, objects: objects, part: .valid, seed: seed),
        ]
        (self.layout, self.train, self.valid, self.size, self.classes) = (layout, train, valid, size, classes)
        (self.objects, self.areMixed, self.seed) = (objects, areMixed, seed)
    }

    /// Writes all files into a folder, which may not exist yet.
    /// - Throws: `DatasetError` when the folder holds something already, or a file cannot be written.
    public func write(to folder: URL) throws {
        try writeNewFolder(folder) { new in
            for name in folders { try makeFolder(new.appendingPathComponent(name)) }
            let scenes = (0..<train).map { (ScenePart.train, $0) } + (0..<valid).map { (ScenePart.valid, $0) }
            let files = try onAllThreads(scenes.count) { try write(scenes[$0].1, of: scenes[$0].0, to: new) }
            for (name, text) in tables(of: files) {
                try Data(text.utf8).write(to: new.appendingPathComponent(name))
            }
        }
    }
}

/// A picture that was written.
private struct SceneFile: Sendable {
    var name: String
    var part: ScenePart
    var objects: [SceneObject]
}

// MARK: Pictures

extension SceneFiles {
    private func write(_ number: Int, of part: ScenePart, to folder: URL) throws -> SceneFile {
        var random = SplitMix64(seed: seed, numbers: [UInt64(part.rawValue), UInt64(number), 1])
        let longer = areMixed ? Int(Float(size) * random.between(1, 1.5)) : size
        let (width, height) = random.happens(0.6) ? (longer, size) : (size, longer)
        let scene = plans[part.rawValue].scene(number, aspect: Point(Float(width), Float(height)) / Float(size))
        let picture = ScenePicture(scene, width: width, height: height)
        let kinds: [PNGChannels] = [.grey, .rgba] + Array(repeating: .rgb, count: 14)
        let path = path(number, of: part)
        try picture.encoded(areMixed ? random.pick(kinds) : .rgb).write(to: folder.appendingPathComponent(path))
        if layout == .maskedImages {
            let codes = [0] + picture.objects.map { UInt8(1 + classes.firstIndex(of: $0.kind)!) }
            let mask = picture.owners.map { codes[Int($0)] }
            let file = folder.appendingPathComponent("labels/\(numeral(number, of: part))_P.png")
            try encodedPNG(mask, width: width, height: height, .grey).write(to: file)
        }
        return SceneFile(name: path.split(separator: "/").last.map(String.init)!, part: part, objects: picture.objects)
    }

    /// Where a scene's picture is.
    private func path(_ number: Int, of part: ScenePart) -> String {
        // The classes take turns, so every round has one of each.
        let (kind, round) = (classes[number % classes.count], number / classes.count)
        let before = part == .train ? 0 : (train + classes.count - 1) / classes.count
        return switch layout {
        case .classFolders: "\(part)/\(kind)/\(kind)_\(round).png"
        case .namedFiles: "images/\(kind)_\(before + round).png"
        case .labelTable: "train/\(numeral(number, of: part)).png"
        case .maskedImages: "images/\(numeral(number, of: part)).png"
        }
    }

    /// The number of a scene in six digits; those for validation follow those for training.
    private func numeral(_ number: Int, of part: ScenePart) -> String {
        let digits = String(number + (part == .train ? 0 : train))
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}

extension ScenePicture {
    /// The picture as a PNG file of one of three kinds.
    fileprivate func encoded(_ channels: PNGChannels) throws -> Data {
        let bytes: [UInt8] =
            switch channels {
            case .rgb: pixels
            case .rgba: (0..<width * height).flatMap { pixels[3 * $0..<3 * $0 + 3] + [255] }
            case .grey: grey
            }
        return try encodedPNG(bytes, width: width, height: height, channels)
    }
}

// MARK: What is beside the pictures

extension SceneFiles {
    /// The folders that files are in.
    private var folders: [String] {
        switch layout {
        case .classFolders: classes.prefix(train).map { "train/\($0)" } + classes.prefix(valid).map { "valid/\($0)" }
        case .namedFiles: ["images"]
        case .labelTable: ["train"]
        case .maskedImages: ["images", "labels"]
        }
    }

    /// Files of text: their names, and what is in them.
    private func tables(of files: [SceneFile]) -> [(name: String, text: String)] {
        switch layout {
        case .classFolders, .namedFiles: []
        case .labelTable:
            [
                ("train.csv", text(["fname,labels,is_valid"] + files.map(labelRow))),
                ("boxes.csv", text(["fname,label,left,top,right,bottom"] + files.flatMap(boxRows))),
                ("points.csv", text(["fname,label,point,x,y,is_visible"] + files.flatMap(pointRows))),
            ]
        case .maskedImages:
            [
                ("codes.txt", text(["background"] + classes.map(\.name))),
                ("valid.txt", text(files.filter { $0.part == .valid }.map(\.name))),
            ]
        }
    }

    private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

    /// The labels of a scene, each once and in the order of the classes. An empty scene has none.
    private func labelRow(_ file: SceneFile) -> String {
        let present = Set(file.objects.map(\.kind))
        let labels = classes.filter(present.contains).map(\.name).joined(separator: " ")
        return "\(file.name),\(labels),\(file.part == .valid ? "True" : "False")"
    }

    private func boxRows(_ file: SceneFile) -> [String] {
        file.objects.map { object in
            let box = object.box
            return "\(file.name),\(object.kind),\(box.left),\(box.top),\(box.right),\(box.bottom)"
        }
    }

    private func pointRows(_ file: SceneFile) -> [String] {
        file.objects.flatMap { object in
            object.keyPoints.map {
                "\(file.name),\(object.kind),\($0.name),\($0.x),\($0.y),\($0.isVisible ? "True" : "False")"
            }
        }
    }
}

/// Calls `body` for 0 ..< count on all threads, and keeps the order of the results.
/// - Throws: the error of the first number that has one.
func onAllThreads<Result: Sendable>(_ count: Int, _ body: (Int) throws -> Result) throws -> [Result] {
    let results = Mutex<[Swift.Result<Result, any Error>?]>(Array(repeating: nil, count: count))
    parallelFor(count, grain: 4) { block in
        for i in block {
            let result = Swift.Result { try body(i) }
            results.withLock { $0[i] = result }
        }
    }
    return try results.withLock { $0 }.map { try $0!.get() }
}
