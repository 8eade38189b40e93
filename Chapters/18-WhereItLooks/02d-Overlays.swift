// # From numbers to a picture
//
// Section 18.2 · After this page you can lay a map over its picture: stretched, coloured, and half transparent.

import Figures
import Layers
import Notebook
import Tensors

// First the picture itself. The net gets it with mean 0 and standard deviation 1. Shown like that, it would be clipped
// wherever a number is below 0 or above 1. `decode` takes the scaling back. (The book's `decode`.)

extension ChannelScaling {
    /// A scaled picture [3, h, w] as it was, 0...1.
    public func decode(_ x: Tensor) -> Tensor { (x * deviation + mean).clamped(min: 0, max: 1) }
}

extension WhereItLooks {
    func backToAPicture() throws {
        let (x, scaling) = (try picture(try example)[0], try scaling)
        let original = pixels(of: try scenes.contents.valid.images)[try example]
        show(
            ImageGrid(
                [Raster(original), Raster(x), Raster(scaling.decode(x))], titles: ["scene", "scaled", "decoded"]),
            "What the net gets, and what it was made from")
        show(largestDifference(scaling.decode(x), original) < 1e-5, "decoding gives back the scene")
    }
}

// The map is 8 × 8, the picture 64 × 64. A place of the map stands for a square of 8 × 8 pixels. To stretch it, we take
// numbers in between: *bilinear interpolation* mixes the four nearest places by how near they are. `stretched` also
// brings the map to 0...1, from its smallest number to its largest:

/// A map [h, w] from its smallest number (0) to its largest (1), side × side.
public func stretched(_ map: Tensor, side: Int) -> Tensor {
    let (low, high) = (map.min(), map.max())
    let unit = high.item > low.item ? (map - low) / (high - low) : 0 * map
    return unit.interpolated(to: Size2D(side, side), mode: .bilinear)
}

// Then colours. The book takes *magma*: black and purple for low, orange for high, pale yellow for the highest. It gets
// brighter all the way, so it can be read with any kind of colour blindness, and in print. `magmaTable` has 256
// colours, `heat` looks them up, and `overlay` mixes them with the picture, 60 % colour and 40 % picture. Beside it
// stands the picture alone, `enlarged` to the same size:

/// The colours of magma from 0 to 1 [256, 3].
let magmaTable = Tensor(
    shape: [256, 3],
    (0..<256).flatMap { place -> [Float] in
        let colour = ColourMap.magma(Double(place) / 255)
        return [colour.red, colour.green, colour.blue].map { Float($0) / 255 }
    })

/// A map [h, w] in colours [3, side, side].
public func heat(_ map: Tensor, side: Int) -> Tensor {
    let places = IntTensor((255 * stretched(map, side: side).clamped(min: 0, max: 1)).rounded())
    return magmaTable.embedded(places).permuted(2, 0, 1)
}

/// A map [h, w] over a picture [3, h', w'], 0...1.
public func overlay(_ map: Tensor, on picture: Tensor, side: Int = 192, alpha: Float = 0.6) -> Raster {
    let ground = picture.interpolated(to: Size2D(side, side), mode: .bilinear)
    return Raster((1 - alpha) * ground + alpha * heat(map, side: side))
}

/// A picture [3, h, w] as large as the overlays.
func enlarged(_ picture: Tensor) -> Raster { Raster(picture.interpolated(to: 192, mode: .bilinear)) }

extension WhereItLooks {
    func mapsAsColours() throws {
        // Two numbers stretched to four. The places are squares, so the first of the four lies left of the first
        // number's middle, and can only be that number:
        let stretch = stretched(Tensor([[0, 1]]), side: 4)[0]
        show(
            stretch, "[0, 1] stretched to four",
            ask: "The row [0, 1] is stretched to four numbers. The outer ones are 0 and 1. Which are the four?")

        // And a whole map, that of the cat, on its way:
        let (net, x) = (try net, try picture(try example))
        let map = activationMaps(net.head.weight.value.detached(), lastActivations(of: net, on: x)[0])[Self.cat]
        let blocks = map.unsqueezed(0).interpolated(to: 192, mode: .nearest)[0]
        show(
            ImageGrid(
                [
                    Raster(blocks, range: nil, colours: .magma), Raster(heat(map, side: 192)),
                    overlay(map, on: try scaling.decode(x[0])),
                ], titles: ["8 × 8 numbers", "stretched", "over the scene"],
                scale: ColourScale(map.min().item...map.max().item, .magma)),
            "From the numbers of a map to a picture")
    }

    func whereTheNetLooks() throws {
        // All together: the picture, and the maps of two kinds. The second is the map of what is not there:
        let (net, number) = (try net, try example)
        let maps = activationMaps(
            net.head.weight.value.detached(), lastActivations(of: net, on: try picture(number))[0])
        let ground = try scaling.decode(try picture(number)[0])
        let answer = try answers[number]
        let other = answer == Self.cat ? Self.kinds.firstIndex(of: .tree)! : answer
        let grid = ImageGrid(
            [
                enlarged(ground), overlay(maps[Self.cat], on: ground),
                overlay(maps[other], on: ground),
            ],
            titles: ["a cat", "speaks for cat", "speaks for \(Self.kinds[other].name)"])
        show(grid, "Where the net looks: the class activation maps of a scene")

        // Bright is where the net found what speaks for the class, dark where nothing does, or something speaks against
        // it. In the book's picture, head and front paw made the model say "cat". Look at ours with care: the colours
        // go from the smallest number of each map to its largest, whatever these are. So every map has a bright spot,
        // also the one of a kind that is not there. How bright it would be in numbers, the colours do not say:
        var table = TextTable(["map", "smallest", "largest", "mean"], decimals: 2)
        for (kind, map) in zip(Self.kinds, maps.split(every: 1)) {
            table.add(kind.name, map.min().item, map.max().item, map.mean().item)
        }
        show(table, "The numbers behind the colours, for the same scene")
    }
}
