import Exercises01
import Practice
import Solutions01

let whatAPathSays = Check(
    "1.6", answer("petLabel(_:)", Exercises01.petLabel(_:), Solutions01.petLabel(_:))
) { petLabel in
    for (path, label) in [
        ("/Home/Pets/images/great_pyrenees_173.jpg", "dog"), ("/home/pets/images/Abyssinian_1.jpg", "cat"),
        ("Bengal_7.JPG", "cat"), ("boxer.v2.png", "dog"), ("a/b/\u{e9}pagneul_3.jpeg", "dog"),
        ("\u{c9}gyptien_3.jpg", "cat"),
        ("Images/x.Jpeg", "dog"), ("C.png", "cat"),
    ] {
        try expectEqual(petLabel(path), label)
    }
    for path in [
        "/data/Images/", "", "/", "images/.Hidden.jpg", "images/2_5.jpg", "images/_boxer_5.jpg", "Bengal_7.gif",
        "Bengal_7", "Bengal_7.jpg.txt", "Bengal_7.", "Bengal.jpg/", "Bengaljpg", ".jpg",
    ] {
        try expectEqual(petLabel(path), nil)
    }
}
