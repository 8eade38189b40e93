import Exercises07
import Practice
import Solutions07
import Tensors

let majorityOfLooks = Check(
    "7.8", answer("majority(of:)", Exercises07.majority(of:), Solutions07.majority(of:))
) { majority in
    try expectEqual(majority([Tensor([[0.2, 0.5, 0.3], [0.6, 0.1, 0.3]])]), [1, 0])
    // Two weak votes beat a strong one: here the mean says 0, the majority 1.
    try expectEqual(
        majority([Tensor([[0.9, 0.1]]), Tensor([[0.45, 0.55]]), Tensor([[0.45, 0.55]])]), [1])
    // One vote each: the sums decide.
    try expectEqual(majority([Tensor([[0.5, 0.25, 0.25]]), Tensor([[0.125, 0.625, 0.25]])]), [1])
    // The sums are those over all looks, not only over those that voted for the class.
    try expectEqual(majority([Tensor([[0.7, 0.3, 0]]), Tensor([[0, 0.6, 0.4]])]), [1])
    // A class with no vote does not win, whatever its sum.
    try expectEqual(
        majority([Tensor([[0.5, 0.0625, 0.4375]]), Tensor([[0.0625, 0.5, 0.4375]])]), [0])
    // All equal: the smallest number.
    try expectEqual(majority([Tensor([[0.25, 0.5, 0.25]]), Tensor([[0.25, 0.25, 0.5]])]), [1])
    try expectEqual(majority([Tensor([[0.25, 0.25, 0.25, 0.25]])]), [0])
}
