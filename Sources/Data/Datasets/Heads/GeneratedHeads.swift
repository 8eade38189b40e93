// Generated heads in the layout of BIWI, so that whoever reads the one reads the other: 24 recordings of 20 people,
// four of whom were recorded twice, in another room and in other clothes. Of each frame the place of the head is known.

import Common
import Foundation
import JPEGFormat
import Tensors

/// People who look about before a camera.
public struct GeneratedHeads: Sendable {
    /// How many recordings there are, and how many people.
    public static let recordings = 24, people = 20

    /// How many frames each recording has.
    public let frames: Int
    /// Of the pictures, in pixels. They are three quarters as high.
    public let width: Int
    public let seed: UInt64

    /// - Throws: `DatasetError` when there are no such pictures.
    public init(frames: Int = 40, width: Int = 128, seed: UInt64 = 42) throws(DatasetError) {
        guard (1...1000).contains(frames), (40...640).contains(width), width % 4 == 0 else {
            throw DatasetError(
                "\(counted(frames, "frame")) of heads, \(width) pixels wide",
                "expected 1 to 1,000 frames, and a width of 40 to 640 that 4 divides")
        }
        (self.frames, self.width, self.seed) = (frames, width, seed)
    }

    public var height: Int { width * 3 / 4 }

    /// Who is seen in a recording, counted from 1: the last four recordings show people whom others show, too.
    public static func person(of recording: Int) -> Int {
        recording <= people ? recording : [3, 8, 13, 17][recording - 21]
    }

    /// Writes all files into a folder, which may not exist yet.
    /// - Throws: `DatasetError` when the folder holds something already, or a file cannot be written.
    public func write(to folder: URL) throws {
        try writeNewFolder(folder) { new in
            for number in 1...Self.recordings {
                let place = new.appending(path: twoDigits(number))
                try makeFolder(place)
                try Data(calibration.utf8).write(to: place.appending(path: "rgb.cal"))
                try Data(mesh(of: number).utf8).write(to: new.appending(path: "\(twoDigits(number)).obj"))
            }
            _ = try onAllThreads(Self.recordings * frames) { place in
                let (recording, frame) = (place / frames + 1, place % frames)
                try write(frame, of: recording, to: new.appending(path: twoDigits(recording)))
            }
        }
    }

    private func write(_ frame: Int, of recording: Int, to folder: URL) throws {
        let film = HeadFilm(recording, frames, seed)
        let position = film.position(frame)
        var canvas = Canvas(width: width, height: height, light: film.light)
        var chance = film.chance
        var noise = SplitMix64(seed: seed, numbers: [1, UInt64(recording), UInt64(frame)])
        SceneSetting.room.paint(on: &canvas, using: &chance)
        HeadView(
            looks: film.looks, position: position, focus: 4 * Self.focus / 3, middle: [2.0 / 3, 0.5 + Self.drop],
            clothes: film.clothes
        ).paint(on: &canvas, grain: noise.noise())
        let pixels = canvas.developed(using: &noise)
        let name = "frame_" + String("\(100_003 + 7 * frame)".dropFirst())
        try encodedJPEG(pixels, width: width, height: height, .rgb)
            .write(to: folder.appending(path: name + "_rgb.jpg"))
        let rows = position.rotation.map { "\($0.x) \($0.y) \($0.z) \n" }.joined()
        let centre = position.centre
        try Data((rows + "\n\(centre.x) \(centre.y) \(centre.z) \n").utf8)
            .write(to: folder.appending(path: name + "_pose.txt"))
    }

    /// BIWI's camera, whose pictures are 640 pixels wide: its focal length, in widths; and how far its axis is below
    /// the middle, in heights.
    private static let focus: Float = 0.808_873_4, drop: Float = 0.001_041_667

    /// `rgb.cal`: BIWI's camera for pictures of this size. It stands where depth was measured.
    private var calibration: String {
        let (focal, x, y) = (Double(width) * 0.808_873_4, Double(width) / 2, Double(height) * 0.501_041_667)
        return """
            \(focal) 0 \(x)\u{20}
            0 \(focal) \(y)\u{20}
            0 0 1\u{20}

            0 0 0 0\u{20}

            1 0 0\u{20}
            0 1 0\u{20}
            0 0 1\u{20}

            0 0 0\u{20}

            \(width) \(height)

            """
    }

    /// The head of a person as corners and triangles.
    private func mesh(of recording: Int) -> String {
        let axes = HeadFilm(recording, frames, seed).looks.axes
        let corners: [Place] = [[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]]
        let faces = [[1, 3, 5], [3, 2, 5], [2, 4, 5], [4, 1, 5], [3, 1, 6], [2, 3, 6], [4, 2, 6], [1, 4, 6]]
        return corners.map { "v \($0.x * axes.x) \($0.y * axes.y) \($0.z * axes.z)\n" }.joined()
            + faces.map { "f \($0[0]) \($0[1]) \($0[2])\n" }.joined()
    }
}

/// One recording: who, where, and how the head moves.
struct HeadFilm {
    let looks: HeadLooks
    let light: Light
    let clothes: Colour
    /// Where the room's chance starts.
    let chance: SplitMix64
    /// Positions that the head goes through, with as many frames between each two.
    private let stops: [HeadPosition]
    private let frames: Int

    init(_ recording: Int, _ frames: Int, _ seed: UInt64) {
        var person = SplitMix64(seed: seed, numbers: [2, UInt64(GeneratedHeads.person(of: recording))])
        looks = HeadLooks(using: &person)
        var random = SplitMix64(seed: seed, numbers: [3, UInt64(recording)])
        light = Light(using: &random)
        clothes = random.anyColour()
        // Everybody sits somewhere else, and moves around that place.
        let seat = Place(random.between(-200, 200), random.between(-70, 90), random.between(670, 830))
        stops = (0..<8).map { _ in
            HeadPosition(
                turn: [random.between(-0.4, 0.4), random.between(-0.25, 0.25), random.between(-0.15, 0.15)],
                centre: seat + [random.between(-120, 120), random.between(-60, 60), random.between(-60, 60)])
        }
        chance = random
        self.frames = frames
    }

    /// Where the head is in a frame: on a smooth path through the stops.
    func position(_ frame: Int) -> HeadPosition {
        let time = Float(frame) / Float(max(frames, 2)) * Float(stops.count - 1)
        let (before, share) = (Int(time), time - Float(Int(time)))
        func stop(_ place: Int) -> HeadPosition { stops[max(0, min(stops.count - 1, before + place))] }
        func between(_ value: (HeadPosition) -> Place) -> Place {
            let (a, b, c, d) = (value(stop(-1)), value(stop(0)), value(stop(1)), value(stop(2)))
            return [
                catmullRom(a.x, b.x, c.x, d.x, share), catmullRom(a.y, b.y, c.y, d.y, share),
                catmullRom(a.z, b.z, c.z, d.z, share),
            ]
        }
        return HeadPosition(turn: between(\.turn), centre: between(\.centre))
    }
}
