// Checks tlog-tiles logs on disk with golang.org/x/mod/sumdb.
package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A folder is a log as c2sp.org/tlog-tiles lays it out, read by tlog as tiles of height 8.
type folder string

func (f folder) Height() int                         { return 8 }
func (f folder) SaveTiles(_ []tlog.Tile, _ [][]byte) {}

// read gives a tile's bytes, and the width of the file they are from: where a partial tile was
// deleted, the full one.
func (f folder) read(t tlog.Tile) ([]byte, int, error) {
	path := strings.NewReplacer("tile/8/data/", "tile/entries/", "tile/8/", "tile/").Replace(t.Path())
	data, err := os.ReadFile(filepath.Join(string(f), path))
	if partial := strings.Index(path, ".p/"); errors.Is(err, os.ErrNotExist) && partial > 0 {
		data, err = os.ReadFile(filepath.Join(string(f), path[:partial]))
		return data, 256, err
	}
	return data, t.W, err
}

func (f folder) ReadTiles(tiles []tlog.Tile) (all [][]byte, err error) {
	for _, t := range tiles {
		data, width, err := f.read(t)
		if err != nil || len(data) != width*tlog.HashSize {
			return nil, fmt.Errorf("%s cannot be used: %v", t.Path(), err)
		}
		all = append(all, data[:t.W*tlog.HashSize])
	}
	return all, nil
}

// checkBundle compares a bundle's entries with the hashes that the signed root covers.
func (f folder) checkBundle(index int64, proved []tlog.Hash) error {
	bundle, width, err := f.read(tlog.Tile{H: 8, L: -1, N: index, W: len(proved)})
	for at := 0; err == nil && at < width; at++ {
		if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
			return errors.New("an entry breaks off")
		}
		end := 2 + int(binary.BigEndian.Uint16(bundle))
		if at < len(proved) && tlog.RecordHash(bundle[2:end]) != proved[at] {
			return errors.New("an entry is not the one that was signed")
		}
		bundle = bundle[end:]
	}
	if len(bundle) > 0 && err == nil {
		return errors.New("a bundle has too many entries")
	}
	return err
}

// check compares every entry up to the checkpoint with the hashes that the checkpoint's root covers.
func (f folder) check(message []byte, key note.Verifier) (tree tlog.Tree, err error) {
	opened, err := note.Open(message, note.VerifierList(key))
	if err != nil {
		return tree, err
	}
	for _, signature := range append(opened.Sigs, opened.UnverifiedSigs...) {
		if _, err := base64.StdEncoding.Strict().DecodeString(signature.Base64); err != nil {
			return tree, err
		}
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != key.Name() {
		return tree, errors.New("not a checkpoint of this log")
	}
	size, sizeErr := strconv.ParseInt(lines[1], 10, 64)
	root, rootErr := tlog.ParseHash(lines[2])
	if sizeErr != nil || rootErr != nil || size == 0 && root != sha256.Sum256(nil) {
		return tree, errors.New("not a checkpoint")
	}
	tree = tlog.Tree{N: size, Hash: root}
	hashes := tlog.TileHashReader(tree, f)
	for start := int64(0); start < size; start += 256 {
		var indexes []int64
		for at := start; at < size && at < start+256; at++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, at))
		}
		proved, err := hashes.ReadHashes(indexes)
		if err != nil {
			return tree, err
		}
		if err := f.checkBundle(start/256, proved); err != nil {
			return tree, err
		}
	}
	return tree, nil
}

func (f folder) checkAll(key note.Verifier) error {
	names, err := filepath.Glob(filepath.Join(string(f), "checkpoint*"))
	if err != nil || len(names) == 0 {
		return errors.New("no checkpoint")
	}
	var trees []tlog.Tree
	for _, name := range names {
		message, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		tree, err := f.check(message, key)
		if err != nil {
			return err
		}
		trees = append(trees, tree)
	}
	// Each tree has files of its own where it ends: they may tell another story than the latest.
	sort.Slice(trees, func(i, j int) bool { return trees[i].N < trees[j].N })
	latest := trees[len(trees)-1]
	for _, tree := range trees {
		proof, err := tlog.ProveTree(latest.N, tree.N, tlog.TileHashReader(latest, f))
		if tree.N > 0 && (err != nil || tlog.CheckTree(proof, latest.N, latest.Hash, tree.N, tree.Hash) != nil) {
			return errors.New("the log was retold between two checkpoints")
		}
	}
	return nil
}

func main() {
	key, err := note.NewVerifier(os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	for _, name := range os.Args[2:] {
		if err := folder(name).checkAll(key); err != nil {
			fmt.Printf("bad\t%s\t%v\n", name, err)
		} else {
			fmt.Printf("ok\t%s\n", name)
		}
	}
}
