import Exercises18
import Practice
import Solutions18
import Tensors

let overlaid = Check(
    "18.7",
    answer(
        "overlaid(_:on:colours:alpha:)", Exercises18.overlaid(_:on:colours:alpha:),
        Solutions18.overlaid(_:on:colours:alpha:))
) { overlaid in
    let table = Tensor([[0, 0, 0], [1, 0, 0], [1, 1, 0]])
    let map = Tensor([[-2, 0], [0.9, 2]])  // rows 0, 1, 1, 2
    let black = Tensor.zeros(3, 2, 2)
    let heat = Tensor([[[0, 1], [1, 1]], [[0, 0], [0, 1]], [[0, 0], [0, 0]]])
    try expectClose(overlaid(map, black, table, 1), heat)
    try expectClose(overlaid(map, .ones(3, 2, 2), table, 0.6), 0.6 * heat + 0.4)
    try expectClose(overlaid(map, heat, table, 0), heat)
    // The page's distances do not matter, only where numbers lie between the ends.
    try expectClose(overlaid(100 * map + 7, black, table, 1), heat)
    try expectClose(overlaid(.full(3, [2, 2]), .ones(3, 2, 2), table, 0.5), .full(0.5, [3, 2, 2]))
    // Halfway between two rows.
    let two = Tensor([[0, 0.5, 0.2], [1, 0.5, 0.7]])
    let halves = try overlaid(Tensor([[0, 1, 2]]), .zeros(3, 1, 3), two, 1)
    try expectClose(halves, Tensor([[[0, 1, 1]], [[0.5, 0.5, 0.5]], [[0.2, 0.7, 0.7]]]))
}
