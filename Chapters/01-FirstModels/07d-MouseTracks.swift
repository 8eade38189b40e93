// # A movement as a picture
//
// Section 1.7 · After this page you can draw more into a picture than one sees at first: speed as a colour.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// Whoever has stolen a password does not move the mouse as its owner does. Gleb Esman, who looked for fraud at
// Splunk, drew what the mouse had done on a page: its path as a line, whose colour says how fast and how abruptly it
// moved, and a small circle wherever somebody clicked. A net for pictures learned to tell people apart by that, and
// the method was patented.
//
// A track is a list of moments, and `TrackPoint` one of them:

/// Where the mouse is at one moment, and whether it clicks. Both places are from 0 to 1, from the top left.
public struct TrackPoint: Sendable, Equatable {
    public var x: Double, y: Double
    public var isClick = false

    public init(_ x: Double, _ y: Double, isClick: Bool = false) { (self.x, self.y, self.isClick) = (x, y, isClick) }
}

// Two people use this mouse. Both go from one place to click to the next, and no path is drawn twice. But one of them
// is careful: she begins slowly, swings out to the side, and slows down before the target. The other is hasty: he
// starts at once, overshoots, comes back, and clicks twice. (`madeUpTrack` is that in numbers.)

/// Some movements of a careful or a hasty person.
func madeUpTrack(isHasty: Bool, using random: inout SplitMix64) -> [TrackPoint] {
    var (track, place) = ([TrackPoint](), SIMD2(0.5, 0.5))
    for _ in 0..<4 {
        let target = SIMD2(Double.random(in: 0.1...0.9, using: &random), Double.random(in: 0.1...0.9, using: &random))
        let way = target - place
        let side = SIMD2(-way.y, way.x) * Double.random(in: -0.25...0.25, using: &random) * (isHasty ? 0.4 : 1)
        let over = isHasty ? Double.random(in: 0.05...0.2, using: &random) : 0
        let steps = isHasty ? Int.random(in: 9...14, using: &random) : Int.random(in: 18...30, using: &random)
        for step in 1...steps {
            let time = Double(step) / Double(steps)
            // Slow at both ends, or at once and too far.
            let share = isHasty ? min(1.6 * time, 1) * (1 + over) : time * time * (3 - 2 * time)
            let shake = SIMD2(
                Double.random(in: -0.004...0.004, using: &random), Double.random(in: -0.004...0.004, using: &random))
            let now = place + way * share + side * sin(Double.pi * min(share, 1)) + shake
            track.append(TrackPoint(now.x, now.y))
        }
        track.append(TrackPoint(target.x, target.y, isClick: true))
        if isHasty { track.append(TrackPoint(target.x + 0.004, target.y + 0.003, isClick: true)) }
        place = target
    }
    return track
}

// Now the drawing. Speed is how far the mouse goes from one moment to the next. The greener the line, the faster; the
// redder, the more abruptly the speed has changed; blue is slow and steady. Clicks are white circles:

/// A track as a picture on black: lines coloured by speed and its change, circles where somebody clicked.
func picture(ofTrack track: [TrackPoint], side: Int = 64) -> Raster {
    var raster = Raster(width: side, height: side, fill: .black)
    func pixels(_ point: TrackPoint) -> SIMD2<Double> { SIMD2(point.x, point.y) * Double(side - 1) }
    var before = 0.0
    for (from, to) in zip(track, track.dropFirst()) {
        let (start, end) = (pixels(from), pixels(to))
        let way = end - start
        let length = (way * way).sum().squareRoot()
        let speed = min(1, length / Double(side) * 8)
        let change = min(1, 3 * abs(speed - before))
        let colour = Colour(
            UInt8(60 + 195 * change), UInt8(60 + 195 * speed), UInt8(255 * (1 - max(speed, change))))
        for step in 0...Int(length.rounded(.up)) {
            let spot = start + way * (Double(step) / max(1, length.rounded(.up)))
            raster.dot(spot, radius: 0.7, colour)
        }
        before = speed
    }
    for click in track where click.isClick { raster.ring(pixels(click), radius: 3, .white) }
    return raster
}

extension FirstModels {
    func twoHands() throws {
        var random = run.random
        let count = run.size(quick: 24, usual: 120)
        let pictures = (0..<count).map { number in
            let isHasty = number % 2 == 1
            return DrawnPicture(
                photo: Photo(picture(ofTrack: madeUpTrack(isHasty: isHasty, using: &random))),
                label: isHasty ? "hasty" : "careful")
        }
        show(
            ImageGrid(
                examples(pictures, each: 4).map(\.photo.raster), titles: examples(pictures, each: 4).map(\.label),
                columns: 4, cellSize: 150),
            "Tracks of a mouse: blue is slow, green is fast, red and yellow change speed")
        let accuracies = try drawnAccuracies(
            pictures, seeds: run.size(quick: 1, usual: 3, full: 5), epochs: run.size(quick: 1, usual: 12, full: 20)
        ) { .random(share: 0.5, seed: $0) }
        record("mouse/guessing", 0.5)
        record("mouse/accuracy-after-\(count / 2)-tracks", over: accuracies)
        // Would the same paths in plain grey do as well? Then the colours would be mere decoration:
        let grey = pictures.map { picture in
            let pixels = picture.photo.pixels.map { UInt8($0 > 0 ? 255 : 0) }
            let white = stride(from: 0, to: pixels.count, by: 3).flatMap { place in
                Array(repeating: pixels[place..<place + 3].max()!, count: 3)
            }
            return DrawnPicture(photo: Photo(height: 64, width: 64, pixels: white), label: picture.label)
        }
        let withoutColours = try drawnAccuracies(
            grey, seeds: run.size(quick: 1, usual: 3, full: 5), epochs: run.size(quick: 1, usual: 12, full: 20)
        ) { .random(share: 0.5, seed: $0) }
        let (colour, plain) = (Spread(accuracies).mean, Spread(withoutColours).mean)
        record(
            "mouse/accuracy-without-colours", over: withoutColours,
            predict: .change(
                "The same paths are drawn in white, without the colours of speed. What happens to the accuracy?",
                from: colour, to: plain))
        show(
            colour > plain + 0.02
                ? "Of a hundred tracks, colours get \(Int((100 * (colour - plain)).rounded())) more right than white lines."
                : "Here the shape of the paths is enough: colours bring little.")
    }
}

// MARK: Helpers

extension Raster {
    /// A small round spot.
    fileprivate mutating func dot(_ middle: SIMD2<Double>, radius: Double, _ colour: Colour) {
        for y in Int(middle.y - radius)...Int(middle.y + radius + 1) where 0..<height ~= y {
            for x in Int(middle.x - radius)...Int(middle.x + radius + 1) where 0..<width ~= x {
                let away = SIMD2(Double(x), Double(y)) - middle
                if (away * away).sum() <= radius * radius { self[x, y] = colour }
            }
        }
    }

    /// A thin circle.
    fileprivate mutating func ring(_ middle: SIMD2<Double>, radius: Double, _ colour: Colour) {
        for number in 0..<24 {
            let angle = 2 * Double.pi * Double(number) / 24
            dot(middle + radius * SIMD2(cos(angle), sin(angle)), radius: 0.6, colour)
        }
    }
}
