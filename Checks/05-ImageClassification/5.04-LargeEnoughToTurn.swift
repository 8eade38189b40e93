import Exercises05
import Practice
import Solutions05

let largeEnoughToTurn = Check(
    "5.4",
    answer(
        "sideForTurns(size:degrees:)", Exercises05.sideForTurns(size:degrees:), Solutions05.sideForTurns(size:degrees:))
) { side in
    for (size, degrees, expected) in [
        (128, 0.0, 128), (128, 10, 149), (128, 45, 182), (128, 30, 175), (224, 10, 260), (224, 45, 317), (1, 45, 2),
        (1, 0, 1), (1000, 1, 1018), (224, 0.001, 225),
        // Whole numbers, though √2 times its half comes out a little larger for some.
        (7, 0, 7), (47, 0, 47), (188, 0, 188), (376, 0, 376),
    ] { try expectEqual(try side(size, degrees), expected) }
    // More than 45 degrees asks for no more: on the way there, the turn was at 45.
    for degrees in [46.0, 60, 90, 135, 180] { try expectEqual(try side(128, degrees), 182) }
}
