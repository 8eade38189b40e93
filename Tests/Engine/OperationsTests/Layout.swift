@testable import Tensors

/// Layouts of a tensor's numbers in memory, other than one after the other.
enum Layout: CaseIterable {
    case transposed, sliced, stepped, expanded

    /// A tensor of the same shape in this layout. All but `expanded` keep the numbers too.
    func applied(to x: Tensor) -> Tensor {
        guard x.rank > 0 else { return x }
        switch self {
        case .transposed: return backwards(backwards(x).copy)
        case .sliced: return inside(x, margin: 1, step: 1)
        case .stepped: return inside(x, margin: 0, step: 2)
        case .expanded: return x[0..<1].expanded(to: x.shape)
        }
    }

    private func backwards(_ x: Tensor) -> Tensor { x.permuted(Array((0..<x.rank).reversed())) }

    /// Every axis inside a longer one, whose other entries are 99.
    private func inside(_ x: Tensor, margin: Int, step: Int) -> Tensor {
        var outer = NDArray<Float>(repeating: 99, shape: x.shape.map { $0 * step + 2 * margin })
        let places: [any AxisIndex] = x.shape.map { stride(from: margin, to: margin + $0 * step, by: step) }
        outer[places] = x.array
        return Tensor(array: outer[places])
    }
}
