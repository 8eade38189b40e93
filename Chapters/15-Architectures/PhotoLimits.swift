// How many photos the chapter keeps in memory, and how large.

import Tensors
import Vision

/// What is kept of a folder of photos: not more than the nets of a run need.
struct PhotoLimits: Sendable {
    /// How many photos are taken at most, from all over the folder.
    var most: Int
    /// How many pixels the shorter side of each keeps, if it has more.
    var side: Int

    /// Places of at most so many out of `count`, at even distances.
    func places(_ count: Int) -> [Int] {
        let taken = min(most, count)
        return (0..<taken).map { $0 * count / taken }
    }

    /// A photo with all that it shows, made smaller if it is larger than it has to be; and where its points went.
    func shrunk(_ source: some PhotoSource) throws -> (photo: Photo, map: PlaneMap) {
        let opened = try source.opened()
        let (height, width) = (opened.size.height, opened.size.width)
        let shorter = min(height, width)
        guard shorter > side else { return (try opened.photo(), .identity) }
        func scaled(_ length: Int) -> Int { max(1, (length * side + shorter / 2) / shorter) }
        var random = SplitMix64(seed: 0)  // squishing leaves nothing to chance
        let pipeline = PhotoPipeline(item: Resize(Size2D(scaled(height), scaled(width)), .squish))
        return try pipeline.framed(opened, isTraining: false, using: &random)
    }
}
