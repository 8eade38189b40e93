// What the tests look at: photos whose pixels are known.

import Foundation
import JPEGFormat
import Tensors
import TestSupport

@testable import Vision

/// A photo in which every pixel has a colour of its own, if it is at most 256 × 256.
func numbered(_ width: Int, _ height: Int) -> Photo {
    var pixels: [UInt8] = []
    for y in 0..<height {
        for x in 0..<width { pixels += [UInt8(x % 256), UInt8(y % 256), UInt8((x * 7 + y * 13) % 256)] }
    }
    return Photo(height: height, width: width, pixels: pixels)
}

/// A photo of smooth colours.
func smooth(_ width: Int, _ height: Int) -> Photo {
    func byte(_ value: Double) -> UInt8 { UInt8(128 + 100 * sin(value)) }
    var pixels: [UInt8] = []
    for y in 0..<height {
        for x in 0..<width { pixels += [byte(Double(x) / 9), byte(Double(y) / 7), byte(Double(x + y) / 11)] }
    }
    return Photo(height: height, width: width, pixels: pixels)
}

/// A black photo with a soft white dot around a place.
func dotted(_ width: Int, _ height: Int, at place: Point) -> Photo {
    var pixels: [UInt8] = []
    for y in 0..<height {
        for x in 0..<width {
            let (dx, dy) = (Double(x) + 0.5 - place.x, Double(y) + 0.5 - place.y)
            let value = UInt8(255 * exp(-(dx * dx + dy * dy) / 18))
            pixels += [value, value, value]
        }
    }
    return Photo(height: height, width: width, pixels: pixels)
}

/// Where the light of a picture [3, h, w] is, on average.
func middleOfLight(_ picture: Tensor) -> Point {
    let (height, width) = (picture.shape[1], picture.shape[2])
    let light = picture.scalars.prefix(height * width).map(Double.init)
    var (sum, x, y) = (0.0, 0.0, 0.0)
    for i in light.indices {
        sum += light[i]
        x += light[i] * (Double(i % width) + 0.5)
        y += light[i] * (Double(i / width) + 0.5)
    }
    return Point(x / sum, y / sum)
}

/// Where the light of a photo has to be after a map: each pixel goes where the map says, and covers an area that the
/// map makes larger or smaller. (A look from the side enlarges one half of a dot, which moves its middle.)
func middleOfLight(_ photo: Photo, through map: PlaneMap) -> Point {
    let (width, red) = (photo.width, photo.pixels)
    var (sum, x, y) = (0.0, 0.0, 0.0)
    for i in 0..<width * photo.height where red[3 * i] > 0 {
        let (px, py, h) = (Double(i % width) + 0.5, Double(i / width) + 0.5, 0.25)
        let (right, left) = (map(Point(px + h, py)), map(Point(px - h, py)))
        let (down, up) = (map(Point(px, py + h)), map(Point(px, py - h)))
        let area = abs((right.x - left.x) * (down.y - up.y) - (right.y - left.y) * (down.x - up.x))
        let (light, place) = (Double(red[3 * i]) * area, map(Point(px, py)))
        (sum, x, y) = (sum + light, x + light * place.x, y + light * place.y)
    }
    return Point(x / sum, y / sum)
}

func distance(_ a: Point, _ b: Point) -> Double { ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot() }

/// A picture [3, h, w] of a photo's brightnesses.
func brightness(_ photo: Photo) -> Tensor { Tensor(photo.bytes).permuted(2, 0, 1) / 255 }

/// A photo after one transform, as brightnesses [3, h, w].
func changed(_ photo: Photo, _ transforms: any BatchTransform..., padding: PaddingMode = .reflect, seed: UInt64 = 1)
    -> (picture: Tensor, map: PlaneMap)
{
    var random = SplitMix64(seed: seed)
    return PhotoPipeline(batch: transforms, padding: padding).augmented(photo, isTraining: true, using: &random)
}

/// A transform that does what it is told.
struct Told: BatchTransform {
    let map: PlaneMap
    var light = Light.same
    var size: Size2D?
    func change(of size: Size2D, using random: inout SplitMix64) -> Change { Change(map: map, light: light) }
}

/// Writes a photo as a JPEG.
func writeJPEG(_ photo: Photo, to file: URL, quality: Int = 95, turned way: Orientation = .upright) throws {
    var options = JPEGOptions()
    (options.quality, options.orientation, options.sharesColours) = (quality, way, false)
    try encodedJPEG(photo.pixels, width: photo.width, height: photo.height, .rgb, options: options).write(to: file)
}

/// The largest difference of two photos' bytes; 256 when their sizes differ.
func difference(_ a: Photo, _ b: Photo) -> Int {
    a.size == b.size ? zip(a.pixels, b.pixels).map { abs(Int($0) - Int($1)) }.max() ?? 0 : 256
}
