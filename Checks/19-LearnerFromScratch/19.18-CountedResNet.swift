import Exercises19
import Practice
import Solutions19

let countedResNet = Check(
    "19.18",
    answer(
        "resNetCount(channels:classes:filters:blocks:)", Exercises19.resNetCount(channels:classes:filters:blocks:),
        Solutions19.resNetCount(channels:classes:filters:blocks:))
) { count in
    // The smallest there is: 49 + 2, then 2 · (9 + 2), then 1 + 1.
    try expectEqual(count(1, 1, [1], [1]), 75)
    // A second block adds two convolutions, a second group a shortcut as well.
    try expectEqual(count(1, 1, [1], [2]), 97)
    try expectEqual(count(1, 1, [1, 1], [1, 1]), 100)
    try expectEqual(count(1, 2, [1, 2], [1, 1]), 147)
    // PyTorch's resnet18 and resnet34.
    try expectEqual(count(3, 1000, [64, 128, 256, 512], [2, 2, 2, 2]), 11_689_512)
    try expectEqual(count(3, 1000, [64, 128, 256, 512], [3, 4, 6, 3]), 21_797_672)
    try expectEqual(count(1, 10, [64, 128, 256, 512], [2, 2, 2, 2]), 11_175_370)
}
