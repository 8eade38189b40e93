import Exercises13
import Practice
import Solutions13
import Tensors

let inputSizes = Check(
    "13.7",
    answer(
        "inputSizes(output:kernel:stride:padding:)", Exercises13.inputSizes(output:kernel:stride:padding:),
        Solutions13.inputSizes(output:kernel:stride:padding:))
) { inputSizes in
    try expectEqual(inputSizes(14, 3, 2, 1), [27, 28])
    try expectEqual(inputSizes(26, 3, 1, 0), [28])
    try expectEqual(inputSizes(1, 3, 1, 2).noting("one pixel has three places"), [])
    try expectEqual(inputSizes(1, 2, 3, 1), [1, 2])
    for output in [1, 2, 7, 70] {
        for kernel in 1...5 {
            for stride in 1...4 {
                for padding in 0...3 {
                    // As many pixels as could be, one after the other.
                    let expected = (1...300).filter {
                        let room = $0 + 2 * padding - kernel
                        return room >= 0 && room / stride + 1 == output
                    }
                    try expectEqual(inputSizes(output, kernel, stride, padding), expected)
                }
            }
        }
    }
}
