import Foundation
import Tensors

/// A random rectangle of a picture: its share of the area is drawn evenly, its shape evenly on a logarithmic scale, and
/// then its place. What is too long for the picture is drawn again; after ten draws it is the largest part in the
/// middle that has, or comes next to, one of the shapes.
struct RandomRegion: Sendable, Equatable {
    let minScale: Double
    let ratio: ClosedRange<Double>

    init(minScale: Double, ratio: ClosedRange<Double>, _ name: String) {
        require(
            minScale > 0 && minScale <= 1, "\(name) with minScale \(minScale)",
            "a share of the area is above 0, at most 1")
        require(ratio.lowerBound > 0 && ratio.upperBound.isFinite, "\(name) with ratio \(ratio)", "a ratio is above 0")
        (self.minScale, self.ratio) = (minScale, ratio)
    }

    func region(of size: Size2D, using random: inout SplitMix64) -> Region {
        let (height, width) = (Double(size.height), Double(size.width))
        for _ in 0..<10 {
            let area = height * width * random.uniform(minScale, 1)
            let shape = exp(random.uniform(log(ratio.lowerBound), log(ratio.upperBound)))
            let part = ((area * shape).squareRoot().rounded(), (area / shape).squareRoot().rounded())
            guard part.0 >= 1, part.1 >= 1, part.0 <= width, part.1 <= height else { continue }
            // Whole pixels, as far as there is room.
            let x = ((width - part.0 + 1) * random.uniform()).rounded(.down)
            let y = ((height - part.1 + 1) * random.uniform()).rounded(.down)
            return Region(x: x, y: y, width: part.0, height: part.1)
        }
        let shape = min(max(width / height, ratio.lowerBound), ratio.upperBound)
        let part = (min(width, (height * shape).rounded()), min(height, (width / shape).rounded()))
        let (x, y) = (((width - part.0) / 2).rounded(.down), ((height - part.1) / 2).rounded(.down))
        return Region(x: x, y: y, width: max(part.0, 1), height: max(part.1, 1))
    }

    /// The same of a square whose sides are 1 long; all of it when ten draws were too long.
    func regionOfSquare(using random: inout SplitMix64) -> Region {
        for _ in 0..<10 {
            let area = random.uniform(minScale, 1)
            let shape = exp(random.uniform(log(ratio.lowerBound), log(ratio.upperBound)))
            let (width, height) = ((area * shape).squareRoot(), (area / shape).squareRoot())
            guard width <= 1, height <= 1 else { continue }
            let (x, y) = (random.uniform() * (1 - width), random.uniform() * (1 - height))
            return Region(x: x, y: y, width: width, height: height)
        }
        return Region(x: 0, y: 0, width: 1, height: 1)
    }
}

extension SplitMix64 {
    /// Uniform between two numbers.
    mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * uniform() }

    /// True with this probability. A number is drawn in any case, so that the following ones do not depend on it.
    mutating func happens(_ probability: Double) -> Bool { uniform() < probability }
}
