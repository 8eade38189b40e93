import Synchronization
import Tensors

/// The pictures of a batch while they are made, by several threads, each at a place of its own.
final class PictureBatch: @unchecked Sendable {
    private let count: Int
    /// One array for all, where their size is known beforehand.
    private let all: (array: NDArray<Float>, start: UnsafeMutablePointer<Float>)?
    /// Otherwise an array for each, with its photo's name.
    private let single: Mutex<[(picture: NDArray<Float>, name: String)?]>

    init(_ count: Int, _ size: Size2D?) {
        self.count = count
        single = Mutex([(picture: NDArray<Float>, name: String)?](repeating: nil, count: size == nil ? count : 0))
        guard let size else { all = nil; return }
        var start: UnsafeMutablePointer<Float>?
        let array = NDArray<Float>(shape: [count, 3, size.height, size.width]) { start = $0.baseAddress }
        // Nobody else knows this array yet: its memory stays where it is.
        all = start.map { (array, $0) }
    }

    /// Gives the memory of a picture, [3, h, w], to be written.
    func fill(_ slot: Int, _ size: Size2D, name: String, _ write: (UnsafeMutablePointer<Float>) -> Void) {
        if let all { return write(all.start + slot * 3 * size.count) }
        let picture = NDArray<Float>(shape: [3, size.height, size.width]) { write($0.baseAddress!) }
        single.withLock { $0[slot] = (picture, name) }
    }

    /// The pictures [n, 3, h, w]. All must have been made.
    /// - Throws: ``PhotoProblem`` when their sizes differ.
    func pictures() throws -> NDArray<Float> {
        if let all { return all.array }
        let pictures = single.withLock { $0.map { $0! } }
        let shapes = pictures.map(\.picture.shape)
        if let odd = shapes.firstIndex(where: { $0 != shapes[0] }) {
            throw PhotoProblem(
                pictures[odd].name,
                "pictures of different sizes make no batch: the shapes are "
                    + shapes.prefix(4).map { "\($0)" }.joined(separator: ", ")
                    + (shapes.count > 4 ? ", …" : ""),
                try:
                    "an item transform that gives all photos one size, such as Resize(\(min(shapes[0][1], shapes[0][2])))"
            )
        }
        return .stack(pictures.map(\.picture))
    }
}
