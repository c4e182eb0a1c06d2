# The files in assets/sounds are what the script beside them makes, are listed, and are small.
set -eu
folder=$PLANKWRIGHT_SOURCE/assets/sounds
size=0
for file in "$folder"/*.wav; do
    size=$((size + $(wc -c < "$file")))
    name=$(basename "$file" .wav)
    grep -q "\`${name%_[0-9]}" "$PLANKWRIGHT_SOURCE/assets/README.md" || {
        echo "assets/README.md does not tell of $name.wav"
        exit 1
    }
done
if [ "$size" -gt 1000000 ]; then
    echo "the sounds have $size bytes; they should not have more than 1,000,000"
    exit 1
fi
if ! command -v python3 > /dev/null; then
    echo "python3 is not there: not made again"
    exit 0
fi
python3 "$folder/make.py" --check
# And a file that differs is found.
mkdir -p other
cp "$folder"/*.wav "$folder/make.py" other/
printf 'x' | dd of=other/crack_2.wav bs=1 seek=5000 conv=notrunc 2> /dev/null
rm other/step_3.wav
if python3 other/make.py --check > said 2>&1; then
    echo "a changed file was not found"
    exit 1
fi
grep -q "crack_2.wav, step_3.wav" said
