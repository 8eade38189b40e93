import Chapter08
import Exercises08
import Practice
import Solutions08
import Tensors

let longestDirection = Check(
    "8.13", answer("longestDirection(_:)", Exercises08.longestDirection(_:), Solutions08.longestDirection(_:))
) { longest in
    let two = try longest([[2, 1], [1, 2]])
    try expectClose(two.its("value", \.value), 3)
    try expectClose(two.its("vector", \.vector), [Double(0.5).squareRoot(), Double(0.5).squareRoot()], tolerance: 1e-6)
    let opposite = try longest([[1, -1], [-1, 1]])
    try expectClose(opposite.its("value", \.value), 2)
    try expectClose(opposite.its("product of the entries") { $0.vector[0] * $0.vector[1] }, -0.5, tolerance: 1e-6)
    var random = SplitMix64(seed: 813)
    for n in [3, 6] {
        let x = Tensor.randn(20, n, using: &random) * Tensor((1...n).map { Float($0) })
        let square = x.T.matmul(x)
        let matrix = (0..<n).map { square[$0].scalars.map { Double($0) } }
        let (values, vectors) = eigenvectors(of: matrix)
        let found = try longest(matrix)
        try expectClose(found.its("value", \.value), values[0], tolerance: 1e-6)
        try expectClose(found.its("vector", \.vector), vectors[0], tolerance: 1e-4)
    }
}
